package org.comuta.identity;

import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class MessageReaderOnPostgresTest extends MessageReaderContract {
  MessageReaderOnPostgresTest(PostgresServer server) {
    super(server.newDatabaseWithTables());
  }
}
