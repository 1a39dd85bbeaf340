package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class RestorerAccountOnH2Test extends RestorerAccountContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
