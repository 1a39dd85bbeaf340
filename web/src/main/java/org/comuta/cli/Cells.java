package org.comuta.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of the API as people read them: moments in the zone of the one who looks, lists with
 * commas. Whatever strangers sent, such as the number of a caller, nothing of it can speak to the
 * terminal. Immutable.
 */
public final class Cells {
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");

  private final DateTimeFormatter moments;

  /** For somebody in a zone. */
  public Cells(ZoneId zone) {
    moments = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
  }

  /** A value on one line; nothing for what is not there. */
  public String text(@Nullable JsonValue value) {
    return switch (value) {
      case null -> "";
      case JsonString text -> printable(moment(text.getString()));
      case JsonNumber number -> number.toString();
      case JsonArray list -> list.stream().map(this::text).collect(Collectors.joining(", "));
      case JsonObject object ->
          object.entrySet().stream()
              .filter(entry -> !JsonValue.NULL.equals(entry.getValue()))
              .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
              .collect(Collectors.joining(" "));
      default -> JsonValue.NULL.equals(value) ? "" : value.toString();
    };
  }

  /** The values of some fields. */
  public List<String> row(JsonObject object, List<String> fields) {
    return fields.stream().map(field -> text(object.get(field))).toList();
  }

  /** A text without anything that a terminal would obey. */
  public static String printable(String text) {
    if (text.codePoints().noneMatch(Cells::isControl)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().map(c -> isControl(c) ? '\uFFFD' : c).forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Controls, and what turns the direction of writing. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  private String moment(String text) {
    return MOMENT.matcher(text).matches() ? moments.format(Instant.parse(text)) : text;
  }
}
