package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class SavingOnH2Test extends SavingContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
