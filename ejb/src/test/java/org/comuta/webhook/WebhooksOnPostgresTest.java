package org.comuta.webhook;

import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class WebhooksOnPostgresTest extends WebhooksContract {
  WebhooksOnPostgresTest(PostgresServer server) {
    super(server.newDatabaseWithTables());
  }
}
