package org.comuta.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The minutes and hours in the database. Each process writes what it counted itself, under a name
 * of its own, and reads what all counted; nothing is read to be written again, so that servers may
 * share the tables. Not safe for use by several threads.
 */
public final class TrafficStore {
  private static final String COLUMNS =
      Arrays.stream(Column.values()).map(Column::column).collect(Collectors.joining(", "));

  private static final String SUMS =
      Arrays.stream(Column.values())
          .map(column -> (column == Column.PEAK_CALLS ? "max(" : "sum(") + column.column() + ")")
          .collect(Collectors.joining(", "));

  private static final String INSERT_MINUTE =
      "insert into traffic_minute (begun_at, scope, name, writer, "
          + COLUMNS
          + ") values (?, ?, ?, ?"
          + ", ?".repeat(Column.COUNT)
          + ")";

  private static final String GATHER_HOUR =
      "insert into traffic_hour (begun_at, scope, name, "
          + COLUMNS
          + ") select cast(? as timestamp with time zone), scope, name, "
          + SUMS
          + " from traffic_minute where begun_at >= ? and begun_at < ?"
          + " and not exists (select 1 from traffic_hour where begun_at = ?)"
          + " group by scope, name";

  private static final int KEY_COLUMNS = 3;

  private final DataSource source;
  private final String writer;

  /**
   * @param writer name of this process, unlike that of any before or beside it
   */
  public TrafficStore(DataSource source, String writer) {
    this.source = source;
    this.writer = writer;
  }

  /** Writes minutes, all or none of them. */
  public void write(List<Row> minutes) throws SQLException {
    inTransaction(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT_MINUTE)) {
            for (Row row : minutes) {
              insert.setObject(1, row.at().atOffset(ZoneOffset.UTC));
              insert.setString(2, row.scope().kind().name());
              insert.setString(3, row.scope().name());
              insert.setString(4, writer);
              for (Column column : Column.values()) {
                insert.setLong(5 + column.place(), row.sample().get(column));
              }
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
  }

  /** Gathers the minutes of the hour that begins then, unless somebody has. */
  public void gather(Instant hour) throws SQLException {
    OffsetDateTime begin = hour.atOffset(ZoneOffset.UTC);
    inTransaction(
        connection -> {
          try (PreparedStatement gather = connection.prepareStatement(GATHER_HOUR)) {
            gather.setObject(1, begin);
            gather.setObject(2, begin);
            gather.setObject(3, begin.plusHours(1));
            gather.setObject(4, begin);
            gather.executeUpdate();
          }
        });
  }

  /** Deletes what is older than series go back. */
  public void deleteOld(Instant now) throws SQLException {
    inTransaction(
        connection -> {
          delete(connection, "traffic_minute", now.minus(Step.MINUTE.reach()));
          delete(connection, "traffic_hour", now.minus(Step.HOUR.reach()));
        });
  }

  private static void delete(Connection connection, String table, Instant before)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from " + table + " where begun_at < ?")) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }

  /** The minutes that are kept, oldest first, those of all processes added. */
  public List<Row> minutes(Instant now) throws SQLException {
    return read(
        "select begun_at, scope, name, "
            + SUMS
            + " from traffic_minute where begun_at >= ?"
            + " group by begun_at, scope, name order by begun_at",
        now.minus(Step.MINUTE.reach()));
  }

  /** The hours that are kept, oldest first. */
  public List<Row> hours(Instant now) throws SQLException {
    return read(
        "select begun_at, scope, name, "
            + COLUMNS
            + " from traffic_hour where begun_at >= ? order by begun_at",
        now.minus(Step.HOUR.reach()));
  }

  private List<Row> read(String select, Instant from) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement query = connection.prepareStatement(select)) {
      query.setObject(1, from.atOffset(ZoneOffset.UTC));
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          long[] counts = new long[Column.COUNT];
          for (int i = 0; i < counts.length; i++) {
            counts[i] = found.getLong(KEY_COLUMNS + 1 + i);
          }
          rows.add(
              new Row(
                  found.getObject(1, OffsetDateTime.class).toInstant(),
                  new Scope(Scope.Kind.valueOf(found.getString(2)), found.getString(3)),
                  Sample.of(counts)));
        }
      }
    }
    return rows;
  }

  /** What is done in one transaction. */
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        work.on(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }
}
