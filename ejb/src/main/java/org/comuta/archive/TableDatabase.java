package org.comuta.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tables, as names of columns with values. In the transaction of the caller. Any thread.
 */
final class TableDatabase {
  /** Takes one row. */
  interface Taker {
    void take(Map<String, @Nullable Object> row) throws IOException;
  }

  private static final int AT_ONCE = 500;

  private final DataSource source;

  TableDatabase(DataSource source) {
    this.source = source;
  }

  /** Gives all rows, in order of their keys. */
  void forEach(Table table, Taker taker) throws IOException {
    String statement =
        "select %s from %s order by %s"
            .formatted(names(table.columns()), table.name(), String.join(", ", table.keys()));
    try (Connection connection = source.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setFetchSize(AT_ONCE);
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (Column column : table.columns()) {
            row.put(column.name(), value(rows, column));
          }
          taker.take(row);
        }
      }
    } catch (SQLException failed) {
      throw new IOException(table.name() + " cannot be read", failed);
    }
  }

  /** The values of a column of text. */
  Set<String> values(String table, String column) throws IOException {
    try (Connection connection = source.getConnection();
        PreparedStatement prepared =
            connection.prepareStatement("select " + column + " from " + table);
        ResultSet rows = prepared.executeQuery()) {
      Set<String> values = new HashSet<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException failed) {
      throw new IOException(table + " cannot be read", failed);
    }
  }

  void insert(Table table, Collection<Map<String, @Nullable Object>> rows) throws IOException {
    String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
    change(
        "insert into %s (%s) values (%s)".formatted(table.name(), names(table.columns()), marks),
        table.columns(),
        rows);
  }

  void update(Table table, Collection<Map<String, @Nullable Object>> rows) throws IOException {
    List<Column> changed =
        table.columns().stream()
            .filter(column -> !table.keys().contains(column.name()) && !column.onceOnly())
            .toList();
    List<Column> keys = keys(table);
    if (!changed.isEmpty()) {
      String set =
          changed.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));
      List<Column> all = new java.util.ArrayList<>(changed);
      all.addAll(keys);
      change("update %s set %s where %s".formatted(table.name(), set, where(keys)), all, rows);
    }
  }

  void delete(Table table, Collection<Map<String, @Nullable Object>> rows) throws IOException {
    List<Column> keys = keys(table);
    change("delete from %s where %s".formatted(table.name(), where(keys)), keys, rows);
  }

  private void change(
      String statement, List<Column> columns, Collection<Map<String, @Nullable Object>> rows)
      throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = source.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      int waiting = 0;
      for (Map<String, @Nullable Object> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          @Nullable Object value = row.get(columns.get(i).name());
          prepared.setObject(
              i + 1,
              value instanceof Instant moment
                  ? OffsetDateTime.ofInstant(moment, ZoneOffset.UTC)
                  : value);
        }
        prepared.addBatch();
        if (++waiting == AT_ONCE) {
          prepared.executeBatch();
          waiting = 0;
        }
      }
      prepared.executeBatch();
    } catch (SQLException failed) {
      throw new IOException("the rows of the backup cannot be written", failed);
    }
  }

  private static List<Column> keys(Table table) {
    return table.columns().stream().filter(column -> table.keys().contains(column.name())).toList();
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private static String where(List<Column> keys) {
    return keys.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(" and "));
  }

  private static @Nullable Object value(ResultSet rows, Column column) throws SQLException {
    Object value =
        switch (column.type()) {
          case TEXT -> rows.getString(column.name());
          case NUMBER -> rows.getLong(column.name());
          case TRUTH -> rows.getBoolean(column.name());
          case MOMENT -> {
            OffsetDateTime moment = rows.getObject(column.name(), OffsetDateTime.class);
            yield moment == null ? null : Column.moment(moment.toInstant());
          }
        };
    return rows.wasNull() ? null : value;
  }
}
