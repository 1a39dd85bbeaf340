package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Starter.class)
class ApplyOnPostgresTest extends ApplyContract {
  private final PostgresServer postgres;

  ApplyOnPostgresTest(PostgresServer postgres) {
    this.postgres = postgres;
  }

  @Override
  DataSource database() {
    return postgres.newDatabaseWithTables();
  }
}
