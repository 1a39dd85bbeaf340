package org.comuta.preference;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class PreferenceStoreOnPostgresTest extends PreferenceStoreContract {
  private final PostgresServer server;

  PreferenceStoreOnPostgresTest(PostgresServer server) {
    this.server = server;
  }

  @Override
  DataSource database() {
    return server.newDatabaseWithTables();
  }
}
