package org.comuta.cdr.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.comuta.call.CallRecord;
import org.comuta.listing.SqlFields.Clause;

/**
 * Finds call records in the database. Any thread; blocks while the database works. Values are only
 * ever bound as parameters.
 */
public final class CallRecords {
  /** Most records of one page. */
  public static final int MOST_PER_PAGE = 1000;

  private static final int ROWS_AT_A_TIME = 500;

  private final DataSource source;
  private final CallRecordRow row = new CallRecordRow();

  public CallRecords(DataSource source) {
    this.source = source;
  }

  /**
   * The record of this identity.
   *
   * @throws SQLException when the database does not answer
   */
  public Optional<CallRecord> find(String id) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(CallRecordRow.SELECT + " where id = ?")) {
      select.setString(1, id);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
      }
    }
  }

  /**
   * The records that match, from the one at {@code offset} (0 is the first) on.
   *
   * @param size 1 to {@link #MOST_PER_PAGE}
   * @throws IllegalArgumentException when offset or size are out of range
   * @throws SQLException when the database does not answer
   */
  public CallRecordPage page(CallRecordQuery query, long offset, int size) throws SQLException {
    if (offset < 0 || size < 1 || size > MOST_PER_PAGE) {
      throw new IllegalArgumentException("offset " + offset + ", size " + size);
    }
    try (Connection connection = source.getConnection()) {
      long total = count(connection, query);
      return new CallRecordPage(
          offset < total ? select(connection, query, offset, size) : List.of(), total);
    }
  }

  /**
   * Gives the records that match, one after the other, without keeping them.
   *
   * @param most how many at most
   * @param each says whether to go on
   * @throws SQLException when the database does not answer
   */
  public void forEach(CallRecordQuery query, long most, Predicate<CallRecord> each)
      throws SQLException {
    String sql =
        CallRecordRow.SELECT + query.where() + query.orderBy() + " fetch first ? rows only";
    try (Connection connection = source.getConnection()) {
      boolean alone = connection.getAutoCommit();
      // Only within a transaction does a database give a few rows at a time.
      connection.setAutoCommit(false);
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setFetchSize(ROWS_AT_A_TIME);
        select.setLong(bind(select, query), most);
        try (ResultSet rows = select.executeQuery()) {
          boolean more = true;
          while (more && rows.next()) {
            more = each.test(row.read(rows));
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(alone);
      }
    }
  }

  private static long count(Connection connection, CallRecordQuery query) throws SQLException {
    String sql = "select count(*) from call_record" + query.where();
    try (PreparedStatement count = connection.prepareStatement(sql)) {
      bind(count, query);
      try (ResultSet rows = count.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private List<CallRecord> select(
      Connection connection, CallRecordQuery query, long offset, int size) throws SQLException {
    String sql =
        CallRecordRow.SELECT
            + query.where()
            + query.orderBy()
            + " offset ? rows fetch next ? rows only";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int next = bind(select, query);
      select.setLong(next, offset);
      select.setInt(next + 1, size);
      try (ResultSet rows = select.executeQuery()) {
        List<CallRecord> records = new ArrayList<>();
        while (rows.next()) {
          records.add(row.read(rows));
        }
        return records;
      }
    }
  }

  /** Binds the values of the conditions and returns the place after them. */
  private static int bind(PreparedStatement statement, CallRecordQuery query) throws SQLException {
    int next = 1;
    for (Clause condition : query.conditions()) {
      Object value = condition.value();
      if (value != null) {
        statement.setObject(
            next++, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
      }
    }
    return next;
  }
}
