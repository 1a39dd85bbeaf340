package org.comuta.mail;

import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class MailOnPostgresTest extends MailContract {
  MailOnPostgresTest(PostgresServer server) {
    super(server.newDatabaseWithTables());
  }
}
