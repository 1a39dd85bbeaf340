package org.comuta.cdr.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.comuta.call.CallRecord;
import org.comuta.cdr.journal.Position;
import org.comuta.cdr.sink.PositionFile;
import org.comuta.cdr.sink.RecordSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records to the database, one transaction a batch. A record that is there already, because
 * the process was killed between the commit and the note of it, is known by its identity and passed
 * over.
 */
public final class DatabaseSink implements RecordSink {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseSink.class);

  /** SQLSTATE of a key that exists, ISO 9075 class 23. */
  private static final String DUPLICATE = "23505";

  private final DataSource source;
  private final CallRecordRow row = new CallRecordRow();
  private final PositionFile file;
  private volatile Position position;

  /**
   * Goes on where the sink stopped.
   *
   * @param positionFile where it notes how far it came
   * @param otherwise where to begin without such a note
   */
  public DatabaseSink(DataSource source, Path positionFile, Position otherwise) throws IOException {
    this.source = source;
    file = new PositionFile(positionFile, otherwise);
    position = file.position();
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Duration gathering() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void write(List<CallRecord> records, Position upTo) throws SQLException {
    LOG.debug("{} records for the database, up to {}", records.size(), upTo);
    try (Connection connection = source.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        insert(connection, records);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        if (!isDuplicate(e)) {
          throw e;
        }
        insert(connection, missing(connection, records));
        connection.commit();
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  private void insert(Connection connection, List<CallRecord> records) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CallRecordRow.INSERT)) {
      for (CallRecord record : records) {
        row.bind(insert, record);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static boolean isDuplicate(Exception e) {
    // An SQLException iterates over its causes and those chained to it, as batches do.
    if (e instanceof SQLException chain) {
      for (Throwable one : chain) {
        if (one instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<CallRecord> missing(Connection connection, List<CallRecord> records)
      throws SQLException {
    Set<String> present = new HashSet<>();
    String places = "?" + ", ?".repeat(records.size() - 1);
    try (PreparedStatement select =
        connection.prepareStatement("select id from call_record where id in (" + places + ")")) {
      for (int i = 0; i < records.size(); i++) {
        select.setString(i + 1, records.get(i).id());
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          present.add(rows.getString(1));
        }
      }
    }
    // Adding what is kept drops a record that comes twice within the batch, too.
    return records.stream().filter(record -> present.add(record.id())).toList();
  }

  /** Notes the position, once the database cannot lose what it has committed. */
  @Override
  public void settle(Position upTo) throws SQLException, IOException {
    try (Connection connection = source.getConnection()) {
      if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
        // H2 writes what was committed up to half a second later.
        try (Statement statement = connection.createStatement()) {
          statement.execute("checkpoint sync");
        }
      }
    }
    file.save(upTo, new byte[0], true);
    position = upTo;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
