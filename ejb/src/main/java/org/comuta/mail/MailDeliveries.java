package org.comuta.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comuta.database.Sql;
import org.comuta.delivery.Deliveries;
import org.comuta.delivery.DeliveryFields;
import org.comuta.delivery.DeliveryQuery;
import org.comuta.delivery.DeliveryState;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/** Events that wait to be told by mail, and those given up, in the database. */
final class MailDeliveries implements Deliveries<MailDelivery> {
  private static final String SELECT =
      "select id, notification, event_type, created_at, attempts, dead_at, last_error, body"
          + " from mail_event where ";
  private static final String ANEW =
      "update mail_event set dead_at = null, attempts = 0, last_error = null, created_at = ?,"
          + " node = ? where dead_at is not null";

  private static final String DELETE_DEAD = "delete from mail_event where dead_at is not null";
  private static final DeliveryFields FIELDS = new DeliveryFields("notification", Map.of());

  private final Sql sql;
  private final String node;
  private final Runnable changed;
  private final InstantSource clock;

  /**
   * @param node name of this server, which sends what is asked for here
   * @param changed called when there is something to be sent
   */
  MailDeliveries(Sql sql, String node, Runnable changed, InstantSource clock) {
    this.sql = sql;
    this.node = node;
    this.changed = changed;
    this.clock = clock;
  }

  @Override
  public List<MailDelivery> page(DeliveryQuery query, int offset, int size) {
    DeliveryQuery.Where where = query.where("notification");
    List<@Nullable Object> parameters = new ArrayList<>(where.parameters());
    parameters.add(offset);
    parameters.add(size);
    return sql.query(
        SELECT + where.sql() + " order by id desc offset ? rows fetch next ? rows only",
        MailDeliveries::read,
        parameters.toArray());
  }

  @Override
  public long count(DeliveryQuery query) {
    DeliveryQuery.Where where = query.where("notification");
    return sql.count(
        "select count(*) from mail_event where " + where.sql(), where.parameters().toArray());
  }

  @Override
  public List<MailDelivery> page(Selection selection, int offset, int size) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String where = FIELDS.where(selection, parameters);
    parameters.add(offset);
    parameters.add(size);
    return sql.query(
        SELECT
            + where
            + " order by "
            + FIELDS.orderBy(selection)
            + " offset ? rows fetch next ? rows only",
        MailDeliveries::read,
        parameters.toArray());
  }

  @Override
  public long count(Selection selection) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String where = FIELDS.where(selection, parameters);
    return sql.count("select count(*) from mail_event where " + where, parameters.toArray());
  }

  @Override
  public @Nullable MailDelivery find(String id) {
    List<MailDelivery> found = sql.query(SELECT + "id = ?", MailDeliveries::read, id);
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public boolean redeliver(String id) {
    return anew(sql.change(ANEW + " and id = ?", clock.instant(), node, id)) > 0;
  }

  @Override
  public int redeliverAll(@Nullable String notification) {
    return anew(
        notification == null
            ? sql.change(ANEW, clock.instant(), node)
            : sql.change(ANEW + " and notification = ?", clock.instant(), node, notification));
  }

  @Override
  public int redeliverAll(Selection selection) {
    List<@Nullable Object> parameters = new ArrayList<>(List.of(clock.instant(), node));
    String and = FIELDS.and(selection, parameters);
    return anew(sql.change(ANEW + and, parameters.toArray()));
  }

  private int anew(int events) {
    changed.run();
    return events;
  }

  @Override
  public boolean delete(String id) {
    return sql.change("delete from mail_event where id = ?", id) > 0;
  }

  @Override
  public int deleteDead(@Nullable String notification) {
    return notification == null
        ? sql.change(DELETE_DEAD)
        : sql.change(DELETE_DEAD + " and notification = ?", notification);
  }

  @Override
  public int deleteDead(Selection selection) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String and = FIELDS.and(selection, parameters);
    return sql.change(DELETE_DEAD + and, parameters.toArray());
  }

  private static MailDelivery read(ResultSet row) throws SQLException {
    Instant deadAt = Sql.optionalInstant(row, "dead_at");
    return new MailDelivery(
        row.getString("id"),
        row.getString("notification"),
        deadAt == null ? DeliveryState.WAITING : DeliveryState.DEAD,
        row.getString("event_type"),
        Sql.instant(row, "created_at"),
        row.getInt("attempts"),
        deadAt,
        row.getString("last_error"),
        row.getString("body"));
  }
}
