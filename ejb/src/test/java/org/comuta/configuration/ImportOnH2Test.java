package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class ImportOnH2Test extends ImportContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
