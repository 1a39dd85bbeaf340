package org.comuta.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/** Alarms in the database, active and past. Any thread; blocks while the database works. */
final class AlarmStore {
  private static final String COLUMNS =
      "id, condition_name, severity, object_name, details, raised_at, last_at, times,"
          + " acknowledged_at, acknowledged_by, acknowledged_comment, cleared_at";

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
    List<@Nullable Object> parameters = new ArrayList<>(where.parameters());
    parameters.add(offset);
    parameters.add(size);
    return sql.query(
        "select "
            + COLUMNS
            + " from alarm where "
            + where.sql()
            + " order by raised_at desc, id desc offset ? rows fetch next ? rows only",
        AlarmStore::read,
        parameters.toArray());
  }

  long count(AlarmQuery query) {
    AlarmQuery.Where where = query.where();
    return sql.count(
        "select count(*) from alarm where " + where.sql(), where.parameters().toArray());
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
