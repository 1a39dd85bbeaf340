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

/** Reads the values of filters, and gathers what is wrong with them. Used once, by one thread. */
final class TypedFilters {
  private final Map<String, String> filters;
  private final List<Problem> problems = new ArrayList<>();

  TypedFilters(Map<String, String> filters) {
    this.filters = filters;
  }

  /** A text; null when it is not there, like all that follow. */
  @Nullable String text(String name) {
    return filters.get(name);
  }

  /** A word of a type. */
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

  /** A moment, RFC 3339. */
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

  /** A whole number that is not negative; 0 when it is not there. */
  long number(String name) {
    String value = filters.getOrDefault(name, "0");
    try {
      long number = Long.parseLong(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, as a negative one is.
    }
    problems.add(new Problem(name, "range", name + " must be a whole number from 0."));
    return 0;
  }

  /** {@code true} or {@code false}; false when it is not there. */
  boolean truth(String name) {
    String value = filters.getOrDefault(name, "false");
    if (!value.equals("true") && !value.equals("false")) {
      problems.add(new Problem(name, "type", name + " must be true or false."));
    }
    return value.equals("true");
  }

  /** Refuses the request when anything was wrong. */
  void refuse() {
    ListQuery.refuse(problems);
  }
}
