package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class ImportOnPostgresTest extends ImportContract {
  private final PostgresServer server;

  ImportOnPostgresTest(PostgresServer server) {
    this.server = server;
  }

  @Override
  DataSource database() {
    return server.newDatabase();
  }
}
