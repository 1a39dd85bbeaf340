package org.comuta.mail;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comuta.alarm.Severity;
import org.jspecify.annotations.Nullable;

/** One event as people read it, from its JSON. */
final class EventText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final int LONGEST_VALUE = 1_000;

  /** What no reader needs beside the rest. */
  private static final Set<String> LEFT_OUT =
      Set.of("schemaVersion", "id", "type", "time", "node", "alarm");

  /** In this order, what tells one event from another of its type. */
  private static final List<String> NAMING =
      List.of("callingNumber", "calledNumber", "kind", "name", "user", "version");

  private final JsonObject event;
  private final @Nullable JsonObject alarm;
  private final MailTexts texts;
  private final ZoneId zone;

  EventText(JsonObject event, MailTexts texts, ZoneId zone) {
    this.event = event;
    this.alarm = event.get("alarm") instanceof JsonObject object ? object : null;
    this.texts = texts;
    this.zone = zone;
  }

  String type() {
    return event.getString("type");
  }

  /** How bad it is; empty when it is no alarm. */
  Optional<Severity> severity() {
    return alarm == null
        ? Optional.empty()
        : Stream.of(Severity.values())
            .filter(one -> one.name().equals(alarm.getString("severity")))
            .findFirst();
  }

  private String severityName(String word) {
    return severity().map(texts::severity).orElse(word);
  }

  /** When it happened. */
  String time() {
    return moment(event.getString("time"));
  }

  /** What happened, in one line. */
  String headline() {
    return Mail.oneLine(happened(), LONGEST_VALUE);
  }

  private String happened() {
    if (alarm != null) {
      return texts.text(
          "headline." + type(),
          severityName(alarm.getString("severity")),
          texts.condition(alarm.getString("condition")),
          alarm.getString("object"));
    }
    String named =
        String.join(
            " ", NAMING.stream().map(this::value).filter(value -> !value.isEmpty()).toList());
    return texts.event(type()) + (named.isEmpty() ? "" : ": " + named);
  }

  /** Everything that is known of it, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (alarm == null) {
      line(lines, "time", time());
      for (Map.Entry<String, JsonValue> field : event.entrySet()) {
        if (!LEFT_OUT.contains(field.getKey())) {
          line(lines, field.getKey(), text(field.getValue()));
        }
      }
    } else {
      String condition = alarm.getString("condition");
      line(lines, "severity", severityName(alarm.getString("severity")));
      line(lines, "condition", texts.condition(condition) + " (" + condition + ")");
      for (String field :
          List.of(
              "object",
              "details",
              "raisedAt",
              "clearedAt",
              "acknowledgedAt",
              "acknowledgedBy",
              "comment",
              "count")) {
        line(lines, field, text(alarm.getOrDefault(field, JsonValue.NULL)));
      }
    }
    line(lines, "node", value("node"));
    return lines;
  }

  /** What to do about it; empty when nothing is wrong any more, or nobody knows. */
  String advice() {
    return alarm == null || type().equals("alarm.cleared")
        ? ""
        : texts.help(alarm.getString("condition"));
  }

  private void line(List<String> lines, String field, String value) {
    if (!value.isEmpty()) {
      lines.add(texts.field(field) + ": " + Mail.oneLine(value, LONGEST_VALUE));
    }
  }

  private String value(String field) {
    return text(event.getOrDefault(field, JsonValue.NULL));
  }

  private String text(JsonValue value) {
    return switch (value) {
      case JsonString string ->
          INSTANT.matcher(string.getString()).matches()
              ? moment(string.getString())
              : string.getString();
      case JsonNumber number -> number.toString();
      default -> "";
    };
  }

  private String moment(String text) {
    try {
      return MOMENT.format(Instant.parse(text).atZone(zone));
    } catch (DateTimeException none) {
      return text;
    }
  }
}
