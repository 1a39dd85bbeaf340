package org.comuta.archive;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.comuta.description.Json;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is in backups, and what may stand in it. Its field in the file has the
 * name of the API: {@code full_name} is {@code fullName}. Immutable.
 *
 * @param place for a sealed one: where, by the row's columns, it is kept
 * @param otherwise where a backup does not have it; null when all that are taken do
 */
public record Column(
    String name,
    Type type,
    boolean optional,
    boolean hidden,
    boolean onceOnly,
    int longest,
    Pattern syntax,
    List<String> choices,
    @Nullable Function<Map<String, Object>, String> place,
    @Nullable Object otherwise) {
  /** What stands in a column. */
  public enum Type {
    TEXT,
    NUMBER,
    TRUTH,
    MOMENT
  }

  private static final Pattern ANYTHING = Pattern.compile("[\\s\\S]*");

  public Column {
    choices = List.copyOf(choices);
  }

  private static Column of(String name, Type type, int longest) {
    return new Column(name, type, false, false, false, longest, ANYTHING, List.of(), null, null);
  }

  /** A text of at most so many characters. */
  public static Column text(String name, int longest) {
    return of(name, Type.TEXT, longest);
  }

  /** One word of an enum. */
  public static <E extends Enum<E>> Column choice(String name, Class<E> words) {
    List<String> choices = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    return new Column(name, Type.TEXT, false, false, false, 255, ANYTHING, choices, null, null);
  }

  public static Column number(String name) {
    return of(name, Type.NUMBER, 0);
  }

  public static Column truth(String name) {
    return of(name, Type.TRUTH, 0);
  }

  public static Column moment(String name) {
    return of(name, Type.MOMENT, 0);
  }

  /** May be null. */
  public Column orNull() {
    return new Column(
        name, type, true, hidden, onceOnly, longest, syntax, choices, place, otherwise);
  }

  /** Backups from before it was there do not have it, and mean this. */
  public Column otherwise(Object value) {
    return new Column(
        name, type, optional, hidden, onceOnly, longest, syntax, choices, place, value);
  }

  /** Nobody is shown what it is, such as a hash. */
  public Column unseen() {
    return new Column(
        name, type, optional, true, onceOnly, longest, syntax, choices, place, otherwise);
  }

  /** Counts for rows that are new only; what is there is neither compared nor changed. */
  public Column forNewRows() {
    return new Column(
        name, type, optional, hidden, true, longest, syntax, choices, place, otherwise);
  }

  /** Its texts must match this. */
  public Column matching(String pattern) {
    return new Column(
        name,
        type,
        optional,
        hidden,
        onceOnly,
        longest,
        Pattern.compile(pattern),
        choices,
        place,
        otherwise);
  }

  /**
   * It is sealed by {@link org.comuta.secret.Secrets}: encrypted in a backup with a passphrase,
   * left out of others.
   *
   * @param at the place it is sealed for, by the row's columns
   */
  public Column sealedAt(Function<Map<String, Object>, String> at) {
    return new Column(
        name, type, optional, true, onceOnly, longest, syntax, choices, at, otherwise);
  }

  boolean sealed() {
    return place != null;
  }

  /** Its name in files. */
  String field() {
    StringBuilder field = new StringBuilder();
    for (String word : name.split("_", -1)) {
      field.append(
          field.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return field.toString();
  }

  JsonValue json(@Nullable Object value) {
    return switch (value) {
      case null -> JsonValue.NULL;
      case Boolean truth -> Json.value(truth);
      case Long number -> Json.value(number);
      default -> Json.value(value.toString());
    };
  }

  /**
   * The value in a file.
   *
   * @throws IllegalArgumentException it may not stand here; the message says what may
   */
  @Nullable Object read(@Nullable JsonValue json) {
    if (json == null && otherwise != null) {
      return otherwise;
    }
    if (json == null || JsonValue.NULL.equals(json)) {
      if (optional || sealed()) {
        return null;
      }
      throw new IllegalArgumentException(field() + " is required.");
    }
    return switch (type) {
      case TEXT -> text(json);
      case NUMBER -> {
        if (json instanceof JsonNumber number && number.isIntegral()) {
          try {
            yield number.longValueExact();
          } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(field() + " is too large.", tooLarge);
          }
        }
        throw new IllegalArgumentException(field() + " must be a whole number.");
      }
      case TRUTH -> {
        if (JsonValue.TRUE.equals(json) || JsonValue.FALSE.equals(json)) {
          yield JsonValue.TRUE.equals(json);
        }
        throw new IllegalArgumentException(field() + " must be true or false.");
      }
      case MOMENT -> moment(json);
    };
  }

  private String text(JsonValue json) {
    if (!(json instanceof JsonString string)) {
      throw new IllegalArgumentException(field() + " must be a text.");
    }
    String text = string.getString();
    if (!choices.isEmpty() && !choices.contains(text)) {
      throw new IllegalArgumentException(
          field() + " must be one of " + String.join(", ", choices) + ".");
    }
    if (!sealed() && (text.length() > longest || text.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException(
          field() + " must have at most " + longest + " characters.");
    }
    if (!syntax.matcher(text).matches()) {
      throw new IllegalArgumentException(field() + " has not the form that it must have.");
    }
    return text;
  }

  private Instant moment(JsonValue json) {
    if (json instanceof JsonString string) {
      try {
        return moment(Instant.parse(string.getString()));
      } catch (DateTimeParseException noMoment) {
        // Told below.
      }
    }
    throw new IllegalArgumentException(field() + " must be a moment such as 2026-01-31T08:00:00Z.");
  }

  /** As exact as databases keep it. */
  static Instant moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }
}
