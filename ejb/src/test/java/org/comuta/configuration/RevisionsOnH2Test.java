package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class RevisionsOnH2Test extends RevisionsContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
