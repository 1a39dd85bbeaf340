package org.comuta.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of the database, kept by the scripts in {@code db/migration}. */
public final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /** Runs the scripts this database has not seen; throws when one fails, with nothing half done. */
  public static void migrate(DataSource database) {
    var result =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration")
            .load()
            .migrate();
    LOG.info(
        "Database schema is at version {}; {} scripts run",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }
}
