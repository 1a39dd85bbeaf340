package org.comuta.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statements with parameters on a data source, in the transaction of the caller. Any thread. */
public final class Sql {
  private static final Logger LOG = LoggerFactory.getLogger(Sql.class);

  /** Reads one row. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The database did not do what was asked. */
  public static final class DatabaseException extends RuntimeException {
    DatabaseException(SQLException cause) {
      super(cause);
    }
  }

  /** Does something with a connection. */
  private interface Use<T> {
    T with(Connection connection) throws SQLException;
  }

  private final DataSource source;
  private final @Nullable Connection only;

  public Sql(DataSource source) {
    this(source, null);
  }

  private Sql(DataSource source, @Nullable Connection only) {
    this.source = source;
    this.only = only;
  }

  /** Does it all or not at all: in the transaction of the caller, else in one of its own. */
  public void atomically(Consumer<Sql> work) {
    atomicallyGet(
        one -> {
          work.accept(one);
          return true;
        });
  }

  /** The same with a result. */
  public <T> T atomicallyGet(Function<Sql, T> work) {
    return use(
        connection -> {
          Sql one = new Sql(source, connection);
          if (!connection.getAutoCommit()) {
            return work.apply(one);
          }
          connection.setAutoCommit(false);
          try {
            T result = work.apply(one);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  /** All rows that match. */
  public <T> List<T> query(String statement, Row<T> reader, @Nullable Object... parameters) {
    return use(
        connection -> {
          try (PreparedStatement prepared = prepare(connection, statement, parameters);
              ResultSet rows = prepared.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
              read.add(reader.read(rows));
            }
            return read;
          }
        });
  }

  /** How many rows were changed. */
  public int change(String statement, @Nullable Object... parameters) {
    return use(
        connection -> {
          try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
          }
        });
  }

  /** Inserts a row of a table whose identity is {@code id}, and gives it. */
  public long insert(String statement, @Nullable Object... parameters) {
    return use(
        connection -> {
          try (PreparedStatement prepared =
              connection.prepareStatement(statement, new String[] {"id"})) {
            set(prepared, parameters);
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
              keys.next();
              return keys.getLong(1);
            }
          }
        });
  }

  private <T> T use(Use<T> use) {
    try {
      if (only != null) {
        return use.with(only);
      }
      try (Connection connection = source.getConnection()) {
        return use.with(connection);
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The number in the only row. */
  public long count(String statement, @Nullable Object... parameters) {
    return query(statement, row -> row.getLong(1), parameters).getFirst();
  }

  /** The moment in a column. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The moment in a column; null where there is none. */
  public static @Nullable Instant optionalInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static PreparedStatement prepare(
      Connection connection, String statement, @Nullable Object... parameters) throws SQLException {
    LOG.debug("{}", statement);
    PreparedStatement prepared = connection.prepareStatement(statement);
    set(prepared, parameters);
    return prepared;
  }

  private static void set(PreparedStatement prepared, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      @Nullable Object parameter = parameters[i];
      prepared.setObject(
          i + 1,
          switch (parameter) {
            case null -> null;
            case Instant moment -> OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
            case Enum<?> word -> word.name();
            default -> parameter;
          });
    }
  }
}
