package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class SshKeyBackupOnH2Test extends SshKeyBackupContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
