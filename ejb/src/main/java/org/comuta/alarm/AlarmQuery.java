package org.comuta.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms of the past are asked for; null where anything will do.
 *
 * @param object its whole name
 * @param from raised at this moment or later
 * @param to raised before this moment
 */
public record AlarmQuery(
    @Nullable Condition condition,
    @Nullable Severity severity,
    @Nullable String object,
    @Nullable Instant from,
    @Nullable Instant to) {
  /** All of them. */
  public static final AlarmQuery ALL = new AlarmQuery(null, null, null, null, null);

  /** A condition in SQL with its parameters. */
  record Where(String sql, List<Object> parameters) {}

  Where where() {
    StringBuilder sql = new StringBuilder("cleared_at is not null");
    List<Object> parameters = new ArrayList<>();
    add(sql, parameters, "condition_name = ?", condition);
    add(sql, parameters, "severity = ?", severity);
    add(sql, parameters, "object_name = ?", object);
    add(sql, parameters, "raised_at >= ?", from);
    add(sql, parameters, "raised_at < ?", to);
    return new Where(sql.toString(), parameters);
  }

  private static void add(
      StringBuilder sql, List<Object> parameters, String condition, @Nullable Object parameter) {
    if (parameter != null) {
      sql.append(" and ").append(condition);
      parameters.add(parameter);
    }
  }
}
