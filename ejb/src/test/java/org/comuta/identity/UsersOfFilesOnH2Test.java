package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class UsersOfFilesOnH2Test extends UsersOfFilesContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
