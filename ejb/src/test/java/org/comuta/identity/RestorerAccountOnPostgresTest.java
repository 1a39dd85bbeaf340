package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class RestorerAccountOnPostgresTest extends RestorerAccountContract {
  private final PostgresServer server;

  RestorerAccountOnPostgresTest(PostgresServer server) {
    this.server = server;
  }

  @Override
  DataSource database() {
    return server.newDatabaseWithTables();
  }
}
