package org.comuta.provisioning;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;
import org.comuta.description.Json;

/**
 * Writes JSON as YAML for people: one name a line, in the order it has; short lists on the line of
 * their name. The same object is always the same text.
 */
public final class YamlWriter {
  // What can be nothing but a text for any reader of YAML, old ones too.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|e[0-9]+");

  private final StringBuilder text = new StringBuilder();

  private YamlWriter() {}

  /** The text of an object. */
  public static String write(JsonObject document) {
    YamlWriter writer = new YamlWriter();
    document.forEach((name, value) -> writer.member(name, value, ""));
    return writer.text.toString();
  }

  private void member(String name, JsonValue value, String indent) {
    text.append(indent).append(scalar(name)).append(':');
    switch (value) {
      case JsonObject object when !object.isEmpty() -> {
        text.append('\n');
        object.forEach((inner, one) -> member(inner, one, indent + "  "));
      }
      case JsonArray array when array.stream().anyMatch(JsonObject.class::isInstance) -> {
        text.append('\n');
        array.forEach(item -> item(item.asJsonObject(), indent));
      }
      default -> text.append(' ').append(inline(value)).append('\n');
    }
  }

  private void item(JsonObject object, String indent) {
    int begin = text.length();
    object.forEach((name, value) -> member(name, value, indent + "  "));
    text.setCharAt(begin + indent.length(), '-');
  }

  private static String inline(JsonValue value) {
    return switch (value) {
      case JsonString string -> scalar(string.getString());
      default -> value.toString();
    };
  }

  private static String scalar(String value) {
    return PLAIN.matcher(value).matches() && !RESERVED.matcher(value).matches()
        ? value
        : quoted(value);
  }

  // A JSON string is a double-quoted one of YAML.
  private static String quoted(String value) {
    return Json.value(value).toString();
  }
}
