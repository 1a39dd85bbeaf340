package org.comuta.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are asked for; null where anything will do.
 *
 * @param from the earliest moment
 * @param to the first moment too late
 */
public record AuditQuery(
    @Nullable String user,
    @Nullable AuditAction action,
    @Nullable String kind,
    @Nullable String object,
    AuditEntry.@Nullable Outcome outcome,
    @Nullable Instant from,
    @Nullable Instant to) {
  /** All of them. */
  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);

  /** A condition in SQL with its parameters. */
  record Condition(String sql, List<Object> parameters) {}

  Condition condition() {
    StringBuilder sql = new StringBuilder("1 = 1");
    List<Object> parameters = new ArrayList<>();
    add(sql, parameters, "user_name = ?", user);
    add(sql, parameters, "action = ?", action);
    add(sql, parameters, "object_kind = ?", kind);
    add(sql, parameters, "object_name = ?", object);
    add(sql, parameters, "outcome = ?", outcome);
    add(sql, parameters, "happened_at >= ?", from);
    add(sql, parameters, "happened_at < ?", to);
    return new Condition(sql.toString(), parameters);
  }

  private static void add(
      StringBuilder sql, List<Object> parameters, String condition, @Nullable Object parameter) {
    if (parameter != null) {
      sql.append(" and ").append(condition);
      parameters.add(parameter);
    }
  }
}
