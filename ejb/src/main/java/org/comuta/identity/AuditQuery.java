package org.comuta.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.comuta.listing.Condition;
import org.comuta.listing.Selection;
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

  /** The same for the log. */
  public Selection selection() {
    Map<String, Condition> conditions = new HashMap<>();
    is(conditions, "user", user);
    is(conditions, "action", action);
    is(conditions, "kind", kind);
    is(conditions, "object", object);
    is(conditions, "outcome", outcome);
    if (from != null || to != null) {
      conditions.put("at", new Condition.Period(from, to));
    }
    return new Selection(conditions, null);
  }

  private static void is(Map<String, Condition> conditions, String field, @Nullable Object value) {
    if (value != null) {
      conditions.put(field, new Condition.Is(value.toString()));
    }
  }
}
