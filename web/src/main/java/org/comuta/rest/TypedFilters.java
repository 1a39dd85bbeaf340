package org.comuta.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** Reads filters of a list that are words of a type or moments. Used once, by one thread. */
final class TypedFilters {
  private final Map<String, String> filters;
  private final List<Problem> problems = new ArrayList<>();

  TypedFilters(Map<String, String> filters) {
    this.filters = filters;
  }

  /** A text; null when it is not asked for. */
  @Nullable String text(String name) {
    return filters.get(name);
  }

  /** A word of a type; null when it is not asked for, or wrong. */
  <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
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

  /** A moment; null when it is not asked for, or wrong. */
  @Nullable Instant moment(String name) {
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

  /** Refuses the request when anything was wrong. */
  void refuse() {
    ListQuery.refuse(problems);
  }
}
