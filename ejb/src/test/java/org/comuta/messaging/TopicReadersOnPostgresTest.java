package org.comuta.messaging;

import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class TopicReadersOnPostgresTest extends TopicReadersContract {
  TopicReadersOnPostgresTest(PostgresServer server) {
    super(server.newDatabaseWithTables());
  }
}
