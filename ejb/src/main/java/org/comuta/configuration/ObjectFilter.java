package org.comuta.configuration;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;

/** Tells the objects whose fields have the values asked for. */
final class ObjectFilter {
  private final Map<String, String> wanted;

  /** Throws when a field is not of this kind. */
  ObjectFilter(ObjectDescription<?> description, Map<String, String> wanted) {
    List<Problem> problems = new ArrayList<>();
    wanted.keySet().stream()
        .filter(field -> description.field(field).isEmpty())
        .sorted()
        .forEach(
            field -> {
              String message = "A " + description.kind() + " has no field " + field + ".";
              problems.add(new Problem(field, "unknown", message));
            });
    if (!problems.isEmpty()) {
      throw InvalidConfigurationException.of(description.kind(), "", problems);
    }
    this.wanted = wanted;
  }

  boolean accepts(JsonObject body) {
    return wanted.entrySet().stream()
        .allMatch(
            entry -> matches(body.getOrDefault(entry.getKey(), JsonValue.NULL), entry.getValue()));
  }

  private static boolean matches(JsonValue value, String text) {
    return switch (value) {
      case JsonArray list -> list.stream().anyMatch(one -> matches(one, text));
      case JsonString string -> string.getString().equalsIgnoreCase(text);
      default -> value.toString().equalsIgnoreCase(text);
    };
  }
}
