package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class IdentityBackupOnH2Test extends IdentityBackupContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
