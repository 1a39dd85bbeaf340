package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class SecondFactorBackupOnH2Test extends SecondFactorBackupContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
