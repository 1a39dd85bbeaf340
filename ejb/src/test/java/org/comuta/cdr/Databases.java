package org.comuta.cdr;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.comuta.database.PostgresServer;
import org.comuta.schema.Schema;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases for tests, with the tables of the application. */
public final class Databases {
  private Databases() {}

  /** One of each kind, without rows. */
  public static Stream<Named<DataSource>> all() {
    return Stream.of(
        Named.of("H2", h2()),
        Named.of("PostgreSQL", PostgresServer.shared().newDatabaseWithTables()));
  }

  /** One of each kind, without tables. */
  public static Stream<Named<DataSource>> empty() {
    return Stream.of(
        Named.of("H2", openH2(emptyH2())), Named.of("PostgreSQL", openPostgres(emptyPostgres())));
  }

  /** The kinds of databases, and where {@link #open} finds an empty one. */
  public static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of("H2", "jdbc:h2:file:$STATE/database/comuta"),
        Arguments.of("PostgreSQL", emptyPostgres()));
  }

  private static String emptyH2() {
    return "jdbc:h2:mem:" + UUID.randomUUID();
  }

  private static String emptyPostgres() {
    return Objects.requireNonNull(PostgresServer.shared().newDatabase().getUrl());
  }

  /** An empty H2 in memory. */
  public static DataSource h2() {
    return open(emptyH2());
  }

  /** The database at this address, with its tables. */
  public static DataSource open(String url) {
    DataSource source = url.startsWith("jdbc:h2:") ? openH2(url) : openPostgres(url);
    Schema.migrate(source);
    return source;
  }

  private static DataSource openH2(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl(url + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE");
    source.setUser("comuta");
    source.setPassword("");
    return source;
  }

  private static DataSource openPostgres(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("comuta");
    source.setConnectTimeout(5);
    source.setSocketTimeout(20);
    return source;
  }

  /** Deletes all records. */
  public static void clear(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from call_record");
    }
  }
}
