package org.comuta.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements with parameters on a data source, in the transaction of the caller. Any thread. */
final class Sql {
  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The database did not do what was asked. */
  static final class DatabaseException extends RuntimeException {
    DatabaseException(SQLException cause) {
      super(cause);
    }
  }

  private final DataSource source;

  Sql(DataSource source) {
    this.source = source;
  }

  <T> List<T> query(String statement, Row<T> reader, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement prepared = prepare(connection, statement, parameters);
        ResultSet rows = prepared.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** How many rows were changed. */
  int change(String statement, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement prepared = prepare(connection, statement, parameters)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  long count(String statement, Object... parameters) {
    return query(statement, row -> row.getLong(1), parameters).getFirst();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PreparedStatement prepare(
      Connection connection, String statement, Object... parameters) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < parameters.length; i++) {
      Object parameter = parameters[i];
      prepared.setObject(
          i + 1,
          switch (parameter) {
            case Instant moment -> OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
            case Enum<?> word -> word.name();
            default -> parameter;
          });
    }
    return prepared;
  }
}
