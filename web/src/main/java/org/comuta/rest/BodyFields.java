package org.comuta.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
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
  private final String prefix;
  private final List<Problem> problems;

  /** A body that may have these fields and no others. */
  BodyFields(JsonObject body, Set<String> known) {
    this(body, known, "", new ArrayList<>());
  }

  private BodyFields(JsonObject body, Set<String> known, String prefix, List<Problem> problems) {
    this.body = body;
    this.prefix = prefix;
    this.problems = problems;
    for (String name : body.keySet()) {
      if (!known.contains(name)) {
        problem(name, "unknown", "There is no field '" + prefix + name + "' here.");
      }
    }
  }

  /**
   * The fields of an object in the body, an empty one when it is not there; what is wrong with them
   * is wrong with the body.
   */
  BodyFields object(String name, Set<String> known) {
    JsonObject inner =
        switch (body.get(name)) {
          case null -> JsonValue.EMPTY_JSON_OBJECT;
          case JsonObject object -> object;
          case JsonValue value when JsonValue.NULL.equals(value) -> JsonValue.EMPTY_JSON_OBJECT;
          default -> {
            problem(name, "type", prefix + name + " must be an object.");
            yield JsonValue.EMPTY_JSON_OBJECT;
          }
        };
    return new BodyFields(inner, known, prefix + name + ".", problems);
  }

  String text(String name, String otherwise) {
    String text = optionalText(name);
    return text == null ? otherwise : text;
  }

  /** A text; it is required. */
  String text(String name) {
    if (isAbsent(body.get(name))) {
      problem(name, "required", prefix + name + " is required.");
    }
    return text(name, "");
  }

  @Nullable String optionalText(String name) {
    return switch (body.get(name)) {
      case null -> null;
      case JsonString text -> text.getString();
      case JsonValue value when JsonValue.NULL.equals(value) -> null;
      default -> {
        problem(name, "type", prefix + name + " must be a text.");
        yield null;
      }
    };
  }

  boolean truth(String name, boolean otherwise) {
    Boolean truth = optionalTruth(name);
    return truth == null ? otherwise : truth;
  }

  @Nullable Boolean optionalTruth(String name) {
    JsonValue value = body.get(name);
    if (isAbsent(value)) {
      return null;
    }
    boolean truth = JsonValue.TRUE.equals(value);
    if (!truth && !JsonValue.FALSE.equals(value)) {
      problem(name, "type", prefix + name + " must be true or false.");
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
      problem(name, "required", prefix + name + " is required.");
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
      problem(name, "range", "%s must be from %d to %d.".formatted(prefix + name, least, most));
    } else {
      problem(name, "type", prefix + name + " must be a whole number.");
    }
    return least;
  }

  /** A word of a type; it is required. */
  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    if (isAbsent(body.get(name))) {
      problem(name, "required", prefix + name + " is required.");
    }
    return optionalChoice(name, type);
  }

  /** A word of a type, or another where there is none. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    E choice = optionalChoice(name, type);
    return choice == null ? otherwise : choice;
  }

  /** A word of a type; null when it is not there. */
  <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
    String word = optionalText(name);
    if (word == null) {
      return null;
    }
    for (E choice : type.getEnumConstants()) {
      if (choice.name().equalsIgnoreCase(word)) {
        return choice;
      }
    }
    String words =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    problem(name, "choice", prefix + name + " must be one of " + words + ".");
    return null;
  }

  /** Words of a type, in a list; none where there is none. */
  <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    JsonValue value = body.get(name);
    if (isAbsent(value)) {
      return chosen;
    }
    if (!(value instanceof JsonArray words)) {
      problem(name, "type", prefix + name + " must be a list.");
      return chosen;
    }
    for (JsonValue word : words) {
      JsonObject one = Json.createObjectBuilder().add(name, word).build();
      E choice = new BodyFields(one, Set.of(name), prefix, problems).choice(name, type);
      if (choice != null) {
        chosen.add(choice);
      }
    }
    return chosen;
  }

  /** Texts in a list; none where there is none. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    switch (body.get(name)) {
      case null -> {}
      case JsonArray array when array.stream().allMatch(JsonString.class::isInstance) ->
          array.getValuesAs(JsonString.class).forEach(text -> texts.add(text.getString()));
      case JsonValue value when JsonValue.NULL.equals(value) -> {}
      default -> problem(name, "type", prefix + name + " must be a list of texts.");
    }
    return texts;
  }

  private static boolean isAbsent(@Nullable JsonValue value) {
    return value == null || JsonValue.NULL.equals(value);
  }

  /** The name in the body, where there is one, must be that of the path. */
  void sameName(String name) {
    String given = optionalText("name");
    if (given != null && !given.equals(name)) {
      problem("name", "conflict", "name must be '" + name + "', as in the address.");
    }
  }

  /** Adds what rules beyond one field found wrong. */
  void add(List<Problem> more) {
    problems.addAll(more);
  }

  private void problem(String name, String code, String message) {
    problems.add(new Problem(prefix + name, code, message));
  }

  /** Refuses the request when anything was wrong. */
  void refuse() {
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
  }
}
