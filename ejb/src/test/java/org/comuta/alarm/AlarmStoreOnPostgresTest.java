package org.comuta.alarm;

import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class AlarmStoreOnPostgresTest extends AlarmStoreContract {
  AlarmStoreOnPostgresTest(PostgresServer server) {
    super(server.newDatabaseWithTables());
  }
}
