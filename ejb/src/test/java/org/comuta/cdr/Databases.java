package org.comuta.cdr;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.comuta.schema.Schema;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;

/** Databases for tests, with the tables of the application. */
public final class Databases {
  private Databases() {}

  /** An empty one of each kind that this machine has. */
  public static Stream<Named<DataSource>> all() throws SQLException {
    Stream<Named<DataSource>> h2 = Stream.of(Named.of("H2", h2()));
    return PostgresInstallation.isPresent()
        ? Stream.concat(h2, Stream.of(Named.of("PostgreSQL", postgres())))
        : h2;
  }

  /** An empty H2 in memory. */
  public static DataSource h2() {
    return h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** An H2 at this place, such as {@code file:/…}. */
  public static DataSource h2(String place) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:" + place);
    source.setUser("comuta");
    source.setPassword("");
    Schema.migrate(source);
    return source;
  }

  private static DataSource postgres() throws SQLException {
    DataSource source = PostgresInstallation.server().source();
    Schema.migrate(source);
    clear(source);
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
