package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class ConfigurationOnPostgresTest extends ConfigurationContract {
  private final PostgresServer server;

  ConfigurationOnPostgresTest(PostgresServer server) {
    this.server = server;
  }

  @Override
  DataSource database() {
    return server.newDatabase();
  }
}
