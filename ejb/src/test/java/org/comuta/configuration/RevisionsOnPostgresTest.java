package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class RevisionsOnPostgresTest extends RevisionsContract {
  private final PostgresServer postgres;

  RevisionsOnPostgresTest(PostgresServer postgres) {
    this.postgres = postgres;
  }

  @Override
  DataSource database() {
    return postgres.newDatabaseWithTables();
  }
}
