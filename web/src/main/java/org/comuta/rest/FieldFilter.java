package org.comuta.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an object has the asked values in its fields. */
final class FieldFilter {
  private FieldFilter() {}

  /** All of them: a text or number equal, a list with the value in it, nothing given as empty. */
  static boolean matches(JsonObject object, Map<String, String> filters) {
    return filters.entrySet().stream()
        .allMatch(filter -> has(object.get(filter.getKey()), filter.getValue()));
  }

  private static boolean has(@Nullable JsonValue value, String wanted) {
    if (value instanceof JsonArray elements) {
      return elements.isEmpty()
          ? wanted.isEmpty()
          : elements.stream().anyMatch(e -> has(e, wanted));
    }
    return text(value).equals(wanted);
  }

  private static String text(@Nullable JsonValue value) {
    return switch (value) {
      case null -> "";
      case JsonString text -> text.getString();
      default -> JsonValue.NULL.equals(value) ? "" : value.toString();
    };
  }
}
