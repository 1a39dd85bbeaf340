package org.comuta.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be told by mail, in the database. Any thread; blocks while the database works. A
 * node sends what it put there.
 */
final class MailStore {
  /**
   * An event that waits.
   *
   * @param id sorts by the order in which they were kept
   * @param type word of its type
   * @param body its JSON
   */
  record Waiting(String id, String notification, String type, String body) {}

  /**
   * How it goes with the mails of a notification.
   *
   * @param nextAt when the next one may be sent
   * @param attempts how often the one that is under way was sent in vain
   */
  record Round(Instant nextAt, int attempts) {
    static final Round FIRST = new Round(Instant.EPOCH, 0);
  }

  private final Sql sql;
  private final String node;

  /**
   * @param node name of this server
   */
  MailStore(Sql sql, String node) {
    this.sql = sql;
    this.node = node;
  }

  /** Keeps all of them or none. */
  void add(List<Waiting> events, Instant now) {
    sql.atomically(
        one ->
            events.forEach(
                event ->
                    one.change(
                        "insert into mail_event (id, node, notification, event_type, body, created_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                        event.id(),
                        node,
                        event.notification(),
                        event.type(),
                        event.body(),
                        now)));
  }

  /** How many wait, by notification. */
  Map<String, Integer> waiting() {
    Map<String, Integer> counts = new TreeMap<>();
    sql.query(
            "select notification, count(*) from mail_event"
                + " where node = ? and dead_at is null group by notification",
            row -> Map.entry(row.getString(1), row.getInt(2)),
            node)
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** Those of a notification, the oldest first. */
  List<Waiting> waiting(String notification) {
    return sql.query(
        "select id, notification, event_type, body from mail_event"
            + " where node = ? and notification = ? and dead_at is null order by id",
        MailStore::read,
        node,
        notification);
  }

  private static Waiting read(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("id"),
        row.getString("notification"),
        row.getString("event_type"),
        row.getString("body"));
  }

  Round round(String notification) {
    List<Round> found =
        sql.query(
            "select next_at, attempts from mail_round where node = ? and notification = ?",
            row -> new Round(Sql.instant(row, "next_at"), row.getInt("attempts")),
            node,
            notification);
    return found.isEmpty() ? Round.FIRST : found.getFirst();
  }

  /** A mail of these was taken; the next may be sent then. */
  void done(String notification, List<Waiting> events, Instant nextAt) {
    sql.atomically(
        one -> {
          events.forEach(event -> one.change("delete from mail_event where id = ?", event.id()));
          put(one, notification, new Round(nextAt, 0), null);
        });
  }

  /** These are given up now; the next mail may be sent at once. */
  void giveUp(String notification, List<Waiting> events, int attempts, Instant now, String error) {
    sql.atomically(
        one -> {
          events.forEach(
              event ->
                  one.change(
                      "update mail_event set dead_at = ?, attempts = ?, last_error = ? where id = ?",
                      now,
                      attempts,
                      error,
                      event.id()));
          put(one, notification, new Round(now, 0), error);
        });
  }

  /** A mail was not taken and is sent again. */
  void again(String notification, Round round, String error) {
    sql.atomically(one -> put(one, notification, round, error));
  }

  private void put(Sql one, String notification, Round round, @Nullable String error) {
    int changed =
        one.change(
            "update mail_round set next_at = ?, attempts = ?, last_error = ?"
                + " where node = ? and notification = ?",
            round.nextAt(),
            round.attempts(),
            error,
            node,
            notification);
    if (changed == 0) {
      one.change(
          "insert into mail_round (next_at, attempts, last_error, node, notification)"
              + " values (?, ?, ?, ?, ?)",
          round.nextAt(),
          round.attempts(),
          error,
          node,
          notification);
    }
  }

  /** Forgets what waits for a notification that is none any more. */
  void forget(String notification) {
    sql.atomically(
        one -> {
          one.change(
              "delete from mail_event where node = ? and notification = ? and dead_at is null",
              node,
              notification);
          one.change(
              "delete from mail_round where node = ? and notification = ?", node, notification);
        });
  }

  /** How many were given up and are still kept. */
  long dead() {
    return sql.count("select count(*) from mail_event where dead_at is not null");
  }

  /** Forgets what was given up before this moment, or for notifications that are gone. */
  void forgetDead(Instant before, Set<String> notifications) {
    sql.change("delete from mail_event where dead_at < ?", before);
    sql
        .query(
            "select distinct notification from mail_event where dead_at is not null",
            row -> row.getString(1))
        .stream()
        .filter(name -> !notifications.contains(name))
        .forEach(
            name ->
                sql.change(
                    "delete from mail_event where dead_at is not null and notification = ?", name));
  }
}
