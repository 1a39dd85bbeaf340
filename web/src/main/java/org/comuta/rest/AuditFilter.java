package org.comuta.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comuta.description.Problem;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditQuery;
import org.jspecify.annotations.Nullable;

/** Reads the filters of the audit log. Used once, by one thread. */
final class AuditFilter {
  private final Map<String, String> filters;
  private final List<Problem> problems = new ArrayList<>();

  private AuditFilter(Map<String, String> filters) {
    this.filters = filters;
  }

  static AuditQuery query(Map<String, String> filters) {
    AuditFilter filter = new AuditFilter(filters);
    AuditQuery query =
        new AuditQuery(
            filters.get("user"),
            filter.word("action", AuditAction.class),
            filters.get("kind"),
            filters.get("object"),
            filter.word("outcome", AuditEntry.Outcome.class),
            filter.moment("from"),
            filter.moment("to"));
    ListQuery.refuse(filter.problems);
    return query;
  }

  private <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
    String value = filters.get(name);
    if (value == null) {
      return null;
    }
    for (E word : type.getEnumConstants()) {
      if (word.name().equals(value)) {
        return word;
      }
    }
    String words =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    problems.add(new Problem(name, "choice", name + " must be one of " + words + "."));
    return null;
  }

  private @Nullable Instant moment(String name) {
    String value = filters.get(name);
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException broken) {
      problems.add(
          new Problem(name, "syntax", name + " must be a moment such as 2026-01-31T08:00:00Z."));
      return null;
    }
  }
}
