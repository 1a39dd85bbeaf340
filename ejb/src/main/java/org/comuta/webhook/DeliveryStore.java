package org.comuta.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comuta.database.Sql;
import org.comuta.delivery.DeliveryFields;
import org.comuta.delivery.DeliveryQuery;
import org.comuta.delivery.DeliveryState;
import org.comuta.listing.Selection;
import org.comuta.listing.SqlFields.Field;
import org.comuta.listing.SqlFields.Kind;
import org.jspecify.annotations.Nullable;

/** Deliveries in the database. Any thread; blocks while the database works. */
final class DeliveryStore {
  private static final String COLUMNS =
      "id, webhook, event_id, event_type, created_at, attempts, next_at, dead_at, last_status,"
          + " last_error, body, lane";
  private static final DeliveryFields FIELDS =
      new DeliveryFields(
          "webhook",
          Map.of(
              "eventId", Field.always("event_id", Kind.CODE),
              "nextAt", Field.maybe("case when dead_at is null then next_at end", Kind.MOMENT),
              "lastStatus", Field.maybe("last_status", Kind.NUMBER)));
  private static final String ANEW =
      "update webhook_delivery set dead_at = null, attempts = 0, next_at = ?, created_at = ?,"
          + " node = ? where dead_at is not null";
  private static final String DELETE_DEAD =
      "delete from webhook_delivery where dead_at is not null";
  private static final int LONGEST_ERROR = 500;

  /** One of the ways on which those of one webhook are sent, each in order. */
  record OnLane(Delivery delivery, int lane) {}

  private final Sql sql;
  private final String node;

  /**
   * @param node name of this server, which sends what it put there
   */
  DeliveryStore(Sql sql, String node) {
    this.sql = sql;
    this.node = node;
  }

  /** Keeps all of them or none. */
  void add(List<OnLane> deliveries) {
    sql.atomically(
        one ->
            deliveries.forEach(
                each -> {
                  Delivery delivery = each.delivery();
                  one.change(
                      "insert into webhook_delivery (id, node, webhook, event_id, event_type, body,"
                          + " lane, created_at, attempts, next_at)"
                          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      delivery.id(),
                      node,
                      delivery.webhook(),
                      delivery.eventId(),
                      delivery.eventType(),
                      delivery.body(),
                      each.lane(),
                      delivery.createdAt(),
                      delivery.attempts(),
                      delivery.nextAt());
                }));
  }

  /** Those of a webhook whose time has come, the oldest first. */
  List<OnLane> due(String webhook, Instant now, int most) {
    return sql.query(
        "select "
            + COLUMNS
            + " from webhook_delivery where node = ? and webhook = ? and dead_at is null"
            + " and next_at <= ? order by id fetch first ? rows only",
        row -> new OnLane(read(row), row.getInt("lane")),
        node,
        webhook,
        now,
        most);
  }

  /** How many wait, by webhook. */
  Map<String, Integer> waiting() {
    Map<String, Integer> counts = new TreeMap<>();
    sql.query(
            "select webhook, count(*) from webhook_delivery"
                + " where node = ? and dead_at is null group by webhook",
            row -> Map.entry(row.getString(1), row.getInt(2)),
            node)
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** How many were given up, by webhook. */
  Map<String, Integer> dead() {
    Map<String, Integer> counts = new TreeMap<>();
    sql.query(
            "select webhook, count(*) from webhook_delivery"
                + " where dead_at is not null group by webhook",
            row -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** It was not taken and is sent again. */
  void again(String id, int attempts, Instant nextAt, @Nullable Integer status, String error) {
    sql.change(
        "update webhook_delivery set attempts = ?, next_at = ?, last_status = ?, last_error = ?"
            + " where id = ?",
        attempts,
        nextAt,
        status,
        bounded(error),
        id);
  }

  /** It is given up; false when it is not there any more. */
  boolean giveUp(String id, int attempts, Instant at, @Nullable Integer status, String error) {
    return sql.change(
            "update webhook_delivery set attempts = ?, dead_at = ?, last_status = ?, last_error = ?"
                + " where id = ? and dead_at is null",
            attempts,
            at,
            status,
            bounded(error),
            id)
        > 0;
  }

  /** Gives up those of a webhook that wait since before this moment. */
  int giveUpOlder(String webhook, Instant than, Instant at) {
    return sql.change(
        "update webhook_delivery set dead_at = ?, last_error = coalesce(last_error, 'too old')"
            + " where node = ? and webhook = ? and dead_at is null and created_at < ?",
        at,
        node,
        webhook,
        than);
  }

  /** Forgets those that were given up before this moment. */
  int deleteDeadBefore(Instant moment) {
    return sql.change("delete from webhook_delivery where dead_at < ?", moment);
  }

  List<Delivery> page(DeliveryQuery query, int offset, int size) {
    DeliveryQuery.Where where = query.where("webhook");
    List<@Nullable Object> parameters = new ArrayList<>(where.parameters());
    parameters.add(offset);
    parameters.add(size);
    return sql.query(
        "select "
            + COLUMNS
            + " from webhook_delivery where "
            + where.sql()
            + " order by id desc offset ? rows fetch next ? rows only",
        DeliveryStore::read,
        parameters.toArray());
  }

  long count(DeliveryQuery query) {
    DeliveryQuery.Where where = query.where("webhook");
    return sql.count(
        "select count(*) from webhook_delivery where " + where.sql(), where.parameters().toArray());
  }

  /** The newest first where there is no other order. */
  List<Delivery> page(Selection selection, int offset, int size) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String where = FIELDS.where(selection, parameters);
    parameters.add(offset);
    parameters.add(size);
    return sql.query(
        "select "
            + COLUMNS
            + " from webhook_delivery where "
            + where
            + " order by "
            + FIELDS.orderBy(selection)
            + " offset ? rows fetch next ? rows only",
        DeliveryStore::read,
        parameters.toArray());
  }

  long count(Selection selection) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String where = FIELDS.where(selection, parameters);
    return sql.count("select count(*) from webhook_delivery where " + where, parameters.toArray());
  }

  /** The one of this identity, or null. */
  @Nullable Delivery find(String id) {
    List<Delivery> found =
        sql.query(
            "select " + COLUMNS + " from webhook_delivery where id = ?", DeliveryStore::read, id);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Sends it anew, as if never before; false when it was not given up. */
  boolean redeliver(String id, Instant now) {
    return sql.change(ANEW + " and id = ?", now, now, node, id) > 0;
  }

  /** The same with all that were given up of a webhook, or of all. */
  int redeliverAll(@Nullable String webhook, Instant now) {
    return webhook == null
        ? sql.change(ANEW, now, now, node)
        : sql.change(ANEW + " and webhook = ?", now, now, node, webhook);
  }

  /** The same with those of all that were given up that are looked for. */
  int redeliverAll(Selection selection, Instant now) {
    List<@Nullable Object> parameters = new ArrayList<>(List.of(now, now, node));
    String and = FIELDS.and(selection, parameters);
    return sql.change(ANEW + and, parameters.toArray());
  }

  boolean delete(String id) {
    return sql.change("delete from webhook_delivery where id = ?", id) > 0;
  }

  /** Deletes all that were given up of a webhook, or of all. */
  int deleteDead(@Nullable String webhook) {
    return webhook == null
        ? sql.change(DELETE_DEAD)
        : sql.change(DELETE_DEAD + " and webhook = ?", webhook);
  }

  /** Deletes those of all that were given up that are looked for. */
  int deleteDead(Selection selection) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String and = FIELDS.and(selection, parameters);
    return sql.change(DELETE_DEAD + and, parameters.toArray());
  }

  /** Deletes all of a webhook that is none any more. */
  int deleteAll(String webhook) {
    return sql.change("delete from webhook_delivery where webhook = ?", webhook);
  }

  private static String bounded(String error) {
    return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
  }

  private static Delivery read(ResultSet row) throws SQLException {
    Instant deadAt = Sql.optionalInstant(row, "dead_at");
    int status = row.getInt("last_status");
    Integer lastStatus = row.wasNull() ? null : status;
    return new Delivery(
        row.getString("id"),
        row.getString("webhook"),
        deadAt == null ? DeliveryState.WAITING : DeliveryState.DEAD,
        row.getString("event_id"),
        row.getString("event_type"),
        Sql.instant(row, "created_at"),
        row.getInt("attempts"),
        deadAt == null ? Sql.instant(row, "next_at") : null,
        deadAt,
        lastStatus,
        row.getString("last_error"),
        row.getString("body"));
  }
}
