package org.comuta.cdr.textfile;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The line of a text file, compiled: any text with {@code ${field}} where a field of the record
 * goes. A moment may have a pattern, {@code ${startedAt:yyyyMMddHHmmss}}; without one it is ISO
 * 8601 with milliseconds and offset. Immutable.
 *
 * <p>A value can neither end a line nor look like a separator: its control characters, and those
 * separators and quotes that stand in the format, are written as {@code %} and two hexadecimal
 * digits for each octet of UTF-8.
 */
public final class RecordLine {
  /** Most characters of a format. */
  public static final int MAX_LENGTH = 4000;

  private static final int MAX_FIELDS = 200;
  private static final int MAX_PATTERN_LENGTH = 40;
  private static final String SEPARATORS = ";,|\"'";
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private sealed interface Part {}

  private record Text(String text) implements Part {}

  private record Value(RecordField field, DateTimeFormatter moment) implements Part {}

  private final List<Part> parts;
  private final String escaped;

  private RecordLine(List<Part> parts) {
    this.parts = List.copyOf(parts);
    StringBuilder used = new StringBuilder();
    for (int i = 0; i < SEPARATORS.length(); i++) {
      String separator = SEPARATORS.substring(i, i + 1);
      if (parts.stream()
          .anyMatch(part -> part instanceof Text(String t) && t.contains(separator))) {
        used.append(separator);
      }
    }
    this.escaped = used.toString();
  }

  /**
   * Compiles a format; times are shown in this zone.
   *
   * @throws InvalidRecordLineException when the format cannot be used
   */
  public static RecordLine parse(String format, ZoneId zone) throws InvalidRecordLineException {
    List<Problem> problems = new ArrayList<>();
    List<Part> parts = parts(format, zone, problems);
    if (!problems.isEmpty()) {
      throw new InvalidRecordLineException(problems);
    }
    return new RecordLine(parts);
  }

  /** Everything wrong with a format; empty when it can be used. */
  public static List<Problem> problems(String format) {
    List<Problem> problems = new ArrayList<>();
    parts(format, ZoneOffset.UTC, problems);
    return List.copyOf(problems);
  }

  /** Every word that can stand for a field, the API's words first. */
  public static List<String> fields() {
    List<String> words = new ArrayList<>();
    Arrays.stream(RecordField.values()).map(RecordField::word).forEach(words::add);
    for (RecordField field : RecordField.values()) {
      String snake = RecordField.snakeCase(field.word());
      if (!snake.equals(field.word())) {
        words.add(snake);
      }
      words.addAll(field.aliases());
    }
    return List.copyOf(words);
  }

  /** The line of a call, without line end. */
  String format(CallRecord call) {
    return format(new RecordField.Line(call, call.lastAttempt(), call.destinationRelease()));
  }

  /** The line of one try of a call, without line end. */
  String format(CallRecord call, AttemptRecord attempt) {
    return format(new RecordField.Line(call, attempt, attempt.release()));
  }

  private String format(RecordField.Line line) {
    StringBuilder out = new StringBuilder(256);
    for (Part part : parts) {
      switch (part) {
        case Text(String text) -> out.append(text);
        case Value(RecordField field, DateTimeFormatter moment) ->
            append(out, field.value(line), moment);
      }
    }
    return out.toString();
  }

  private void append(StringBuilder out, @Nullable Object value, DateTimeFormatter moment) {
    if (value instanceof Instant instant) {
      out.append(moment.format(instant));
    } else if (value != null) {
      escape(out, value.toString());
    }
  }

  private void escape(StringBuilder out, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // U+2028 and U+2029 end a line for some readers.
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || escaped.indexOf(c) >= 0) {
        for (byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
        }
      } else {
        out.append(c);
      }
    }
  }

  private static List<Part> parts(String format, ZoneId zone, List<Problem> problems) {
    List<Part> parts = new ArrayList<>();
    if (format.isBlank()) {
      problem(problems, "required", "format must not be empty.", Rule.LINE_EMPTY);
    } else if (format.length() > MAX_LENGTH) {
      problem(
          problems,
          "length",
          "format has more than " + MAX_LENGTH + " characters.",
          Rule.LINE_TOO_LONG,
          MAX_LENGTH);
      return parts;
    }
    if (format.chars().anyMatch(c -> c != '\t' && (Character.isISOControl(c) || c == 0x2028))) {
      problem(
          problems,
          "syntax",
          "format must be one line without control characters.",
          Rule.LINE_CONTROL);
    }
    int from = 0;
    while (from < format.length()) {
      int begin = format.indexOf("${", from);
      if (begin < 0) {
        parts.add(new Text(format.substring(from)));
        break;
      }
      if (begin > from) {
        parts.add(new Text(format.substring(from, begin)));
      }
      int end = format.indexOf('}', begin);
      if (end < 0) {
        problem(problems, "syntax", "format has ${ without } after it.", Rule.LINE_UNFINISHED);
        break;
      }
      value(format.substring(begin + 2, end), zone, problems).ifPresent(parts::add);
      from = end + 1;
    }
    if (parts.stream().filter(Value.class::isInstance).count() > MAX_FIELDS) {
      problem(
          problems,
          "length",
          "format has more than " + MAX_FIELDS + " fields.",
          Rule.LINE_TOO_MANY_FIELDS,
          MAX_FIELDS);
    }
    return parts;
  }

  private static Optional<Value> value(String inner, ZoneId zone, List<Problem> problems) {
    int colon = inner.indexOf(':');
    String word = colon < 0 ? inner : inner.substring(0, colon);
    Optional<RecordField> field = RecordField.of(word);
    if (field.isEmpty()) {
      problem(
          problems,
          "unknown",
          "format names the unknown field " + word + ".",
          Rule.LINE_UNKNOWN_FIELD,
          word);
      return Optional.empty();
    }
    if (colon < 0) {
      return field.map(known -> new Value(known, ISO.withZone(zone)));
    }
    String pattern = inner.substring(colon + 1);
    if (!field.get().isMoment()) {
      problem(
          problems,
          "syntax",
          "format has a pattern for " + word + ", which is no time.",
          Rule.LINE_NO_TIME,
          word);
      return Optional.empty();
    }
    if (pattern.isEmpty() || pattern.length() > MAX_PATTERN_LENGTH) {
      problem(
          problems,
          "length",
          "format has a time pattern of 0 or over " + MAX_PATTERN_LENGTH + ".",
          Rule.LINE_WRONG_TIME,
          pattern);
      return Optional.empty();
    }
    try {
      DateTimeFormatter moment = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
      // Some patterns compile and fail only when used.
      var _ = moment.format(Instant.EPOCH);
      return field.map(known -> new Value(known, moment));
    } catch (IllegalArgumentException | DateTimeException e) {
      problem(
          problems,
          "syntax",
          "format has the time pattern " + pattern + ", which is none.",
          Rule.LINE_WRONG_TIME,
          pattern);
      return Optional.empty();
    }
  }

  private static void problem(
      List<Problem> problems, String code, String message, Rule rule, Object... named) {
    problems.add(new Problem("format", code, message).by(rule, named));
  }
}
