package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class SecondFactorBackupOnPostgresTest extends SecondFactorBackupContract {
  private final PostgresServer server;

  SecondFactorBackupOnPostgresTest(PostgresServer server) {
    this.server = server;
  }

  @Override
  DataSource database() {
    return server.newDatabaseWithTables();
  }
}
