package org.comuta.access;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class AccessStoreOnH2Test extends AccessStoreContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
