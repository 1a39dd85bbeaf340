package org.comuta.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A process that saves one revision after the other, as administrators do, beside a thread that
 * stores call records. It says how many it found, and each that it saved; whatever it reads ends it
 * in order.
 */
final class H2Worker {
  private static final int RECORDS = 20;

  private static volatile boolean ends;

  private H2Worker() {}

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    try (Connection revisions = DriverManager.getConnection(url, "comuta", "");
        Connection records = DriverManager.getConnection(url, "comuta", "")) {
      prepare(revisions);
      long last = last(revisions);
      tell("found " + last);
      Thread ending = Thread.ofPlatform().daemon().start(H2Worker::awaitEnd);
      Thread storing = Thread.ofPlatform().start(() -> store(records));
      while (!ends) {
        save(revisions, ++last);
        tell("saved " + last);
      }
      storing.join();
      ending.join();
    }
  }

  private static void tell(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void awaitEnd() {
    try {
      if (System.in.read() >= 0) {
        ends = true;
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists revision (number bigint primary key, body clob)");
      statement.execute(
          "create table if not exists record (id uuid primary key, body varchar, place bigint)");
      statement.execute("create index if not exists record_place on record (place)");
    }
  }

  /** The last revision; fails when one before it is missing. */
  private static long last(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select coalesce(max(number), 0), count(*) from revision")) {
      row.next();
      if (row.getLong(1) != row.getLong(2)) {
        throw new IllegalStateException(row.getLong(2) + " of " + row.getLong(1) + " revisions");
      }
      return row.getLong(1);
    }
  }

  private static void save(Connection connection, long number) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into revision values (?, ?)")) {
      insert.setLong(1, number);
      insert.setString(2, "x".repeat(number % 4 == 0 ? 40_000 : 500));
      insert.executeUpdate();
    }
    connection.commit();
  }

  private static void store(Connection connection) {
    try (PreparedStatement insert =
            connection.prepareStatement("insert into record values (random_uuid(), ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement("delete from record where place < ?")) {
      connection.setAutoCommit(false);
      for (long batch = 0; !ends; batch++) {
        for (int i = 0; i < RECORDS; i++) {
          insert.setString(1, "r".repeat(300));
          insert.setLong(2, batch);
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
        if (batch % 50 == 0) {
          delete.setLong(1, batch - 40);
          delete.executeUpdate();
          connection.commit();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
