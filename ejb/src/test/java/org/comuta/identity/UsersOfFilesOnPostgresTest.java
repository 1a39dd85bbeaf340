package org.comuta.identity;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class UsersOfFilesOnPostgresTest extends UsersOfFilesContract {
  private final PostgresServer server;

  UsersOfFilesOnPostgresTest(PostgresServer server) {
    this.server = server;
  }

  @Override
  DataSource database() {
    return server.newDatabaseWithTables();
  }
}
