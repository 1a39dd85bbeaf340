package org.comuta.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comuta.database.Sql;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.listing.SqlFields;
import org.comuta.listing.SqlFields.Field;
import org.comuta.listing.SqlFields.Kind;
import org.jspecify.annotations.Nullable;

/** Alarms in the database, active and past. Any thread; blocks while the database works. */
final class AlarmStore {
  private static final String COLUMNS =
      "id, condition_name, severity, object_name, details, raised_at, last_at, times,"
          + " acknowledged_at, acknowledged_by, acknowledged_comment, cleared_at";

  private static final SqlFields FIELDS =
      new SqlFields(
          Map.ofEntries(
              Map.entry("severity", Field.always("severity", Kind.WORD)),
              Map.entry("condition", Field.always("condition_name", Kind.WORD)),
              Map.entry("object", Field.always("object_name", Kind.TEXT)),
              Map.entry("details", Field.always("details", Kind.TEXT)),
              Map.entry("raisedAt", Field.always("raised_at", Kind.MOMENT)),
              Map.entry("lastAt", Field.always("last_at", Kind.MOMENT)),
              Map.entry("clearedAt", Field.maybe("cleared_at", Kind.MOMENT)),
              Map.entry("count", Field.always("times", Kind.NUMBER)),
              Map.entry("acknowledgedAt", Field.maybe("acknowledged_at", Kind.MOMENT)),
              Map.entry("acknowledgedBy", Field.maybe("acknowledged_by", Kind.TEXT)),
              Map.entry("comment", Field.maybe("acknowledged_comment", Kind.TEXT))));

  private static final String NEWEST = "raised_at desc, id desc";

  /** The worst first, as the type has it. */
  private static final String GRAVITY =
      "case severity when 'CRITICAL' then 1 when 'MAJOR' then 2 when 'MINOR' then 3 else 4 end";

  private final Sql sql;
  private final String node;

  /**
   * @param node name of this server, whose active alarms are its own
   */
  AlarmStore(Sql sql, String node) {
    this.sql = sql;
    this.node = node;
  }

  /** Keeps it as it is now, in place of what it was. */
  void save(Alarm alarm) {
    int changed =
        sql.change(
            "update alarm set details = ?, last_at = ?, times = ?, acknowledged_at = ?,"
                + " acknowledged_by = ?, acknowledged_comment = ?, cleared_at = ? where id = ?",
            alarm.details(),
            alarm.lastAt(),
            alarm.count(),
            alarm.acknowledgedAt(),
            alarm.acknowledgedBy(),
            alarm.comment(),
            alarm.clearedAt(),
            alarm.id());
    if (changed == 0) {
      sql.change(
          "insert into alarm ("
              + COLUMNS
              + ", node) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          alarm.id(),
          alarm.condition(),
          alarm.severity(),
          alarm.object(),
          alarm.details(),
          alarm.raisedAt(),
          alarm.lastAt(),
          alarm.count(),
          alarm.acknowledgedAt(),
          alarm.acknowledgedBy(),
          alarm.comment(),
          alarm.clearedAt(),
          node);
    }
  }

  /** Those of this server that are not over. */
  List<Alarm> active() {
    return sql.query(
        "select " + COLUMNS + " from alarm where cleared_at is null and node = ? order by id",
        AlarmStore::read,
        node);
  }

  /** Those that are over, the newest first. */
  List<Alarm> history(AlarmQuery query, int offset, int size) {
    AlarmQuery.Where where = query.where();
    return past(where.sql(), where.parameters(), NEWEST, offset, size);
  }

  /** Those that are over; the newest first where there is no other order. */
  List<Alarm> history(Selection selection, int offset, int size) {
    List<Object> parameters = new ArrayList<>();
    String where = where(selection, parameters);
    return past(where, parameters, orderBy(selection.order()), offset, size);
  }

  private List<Alarm> past(
      String where, List<Object> conditions, String order, int offset, int size) {
    List<@Nullable Object> parameters = new ArrayList<>(conditions);
    parameters.add(offset);
    parameters.add(size);
    return sql.query(
        "select "
            + COLUMNS
            + " from alarm where "
            + where
            + " order by "
            + order
            + " offset ? rows fetch next ? rows only",
        AlarmStore::read,
        parameters.toArray());
  }

  long count(AlarmQuery query) {
    AlarmQuery.Where where = query.where();
    return sql.count(
        "select count(*) from alarm where " + where.sql(), where.parameters().toArray());
  }

  long count(Selection selection) {
    List<Object> parameters = new ArrayList<>();
    String where = where(selection, parameters);
    return sql.count("select count(*) from alarm where " + where, parameters.toArray());
  }

  private static String where(Selection selection, List<Object> parameters) {
    return "cleared_at is not null" + FIELDS.and(selection, parameters);
  }

  private static String orderBy(@Nullable Order order) {
    if (order == null) {
      return NEWEST;
    }
    String by =
        order.field().equals("severity")
            ? GRAVITY + (order.descending() ? " desc" : " asc")
            : FIELDS.orderBy(order);
    return by + ", " + NEWEST;
  }

  /** Forgets those that were over before this moment. */
  int deleteClearedBefore(Instant moment) {
    return sql.change("delete from alarm where cleared_at < ?", moment);
  }

  /** Days that those of the past are kept; 0 for ever. */
  int keptDays() {
    return (int) sql.count("select kept_days from alarm_retention where id = 1");
  }

  void keep(int days) {
    sql.change("update alarm_retention set kept_days = ? where id = 1", days);
  }

  private static Alarm read(ResultSet row) throws SQLException {
    Condition condition = Condition.valueOf(row.getString("condition_name"));
    return new Alarm(
        row.getString("id"),
        condition,
        Severity.valueOf(row.getString("severity")),
        condition.probableCause(),
        row.getString("object_name"),
        row.getString("details"),
        Sql.instant(row, "raised_at"),
        Sql.instant(row, "last_at"),
        row.getLong("times"),
        Sql.optionalInstant(row, "acknowledged_at"),
        row.getString("acknowledged_by"),
        row.getString("acknowledged_comment"),
        Sql.optionalInstant(row, "cleared_at"));
  }
}
