package org.comuta.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a small body that has no description, and gathers what is wrong with them.
 * Used once, by one thread.
 */
final class BodyFields {
  private final JsonObject body;
  private final List<Problem> problems = new ArrayList<>();

  /** A body that may have these fields and no others. */
  BodyFields(JsonObject body, Set<String> known) {
    this.body = body;
    for (String name : body.keySet()) {
      if (!known.contains(name)) {
        problems.add(new Problem(name, "unknown", "There is no field '" + name + "' here."));
      }
    }
  }

  String text(String name, String otherwise) {
    String text = optionalText(name);
    return text == null ? otherwise : text;
  }

  @Nullable String optionalText(String name) {
    return switch (body.get(name)) {
      case null -> null;
      case JsonString text -> text.getString();
      case JsonValue value when JsonValue.NULL.equals(value) -> null;
      default -> {
        problems.add(new Problem(name, "type", name + " must be a text."));
        yield null;
      }
    };
  }

  boolean truth(String name, boolean otherwise) {
    JsonValue value = body.get(name);
    if (isAbsent(value)) {
      return otherwise;
    }
    boolean truth = JsonValue.TRUE.equals(value);
    if (!truth && !JsonValue.FALSE.equals(value)) {
      problems.add(new Problem(name, "type", name + " must be true or false."));
    }
    return truth;
  }

  /** A whole number; without {@code otherwise} it is required. */
  long number(String name, long least, long most, @Nullable Long otherwise) {
    JsonValue value = body.get(name);
    if (isAbsent(value) && otherwise != null) {
      return otherwise;
    }
    if (isAbsent(value)) {
      problems.add(new Problem(name, "required", name + " is required."));
      return least;
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        long exact = number.longValueExact();
        if (exact >= least && exact <= most) {
          return exact;
        }
      } catch (ArithmeticException tooLarge) {
        // Told below, as a number out of range is.
      }
      problems.add(
          new Problem(name, "range", "%s must be from %d to %d.".formatted(name, least, most)));
    } else {
      problems.add(new Problem(name, "type", name + " must be a whole number."));
    }
    return least;
  }

  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    String word = optionalText(name);
    if (word == null) {
      if (problems.stream().noneMatch(problem -> problem.field().equals(name))) {
        problems.add(new Problem(name, "required", name + " is required."));
      }
      return null;
    }
    for (E choice : type.getEnumConstants()) {
      if (choice.name().equalsIgnoreCase(word)) {
        return choice;
      }
    }
    String words =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    problems.add(new Problem(name, "choice", name + " must be one of " + words + "."));
    return null;
  }

  private static boolean isAbsent(@Nullable JsonValue value) {
    return value == null || JsonValue.NULL.equals(value);
  }

  /** The name in the body, where there is one, must be that of the path. */
  void sameName(String name) {
    String given = optionalText("name");
    if (given != null && !given.equals(name)) {
      problems.add(
          new Problem("name", "conflict", "name must be '" + name + "', as in the address."));
    }
  }

  /** Refuses the request when anything was wrong. */
  void refuse() {
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
  }
}
