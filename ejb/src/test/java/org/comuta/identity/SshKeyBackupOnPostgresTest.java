package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class SshKeyBackupOnPostgresTest extends SshKeyBackupContract {
  private final PostgresServer server;

  SshKeyBackupOnPostgresTest(PostgresServer server) {
    this.server = server;
  }

  @Override
  DataSource database() {
    return server.newDatabaseWithTables();
  }
}
