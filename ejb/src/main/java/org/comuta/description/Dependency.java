package org.comuta.description;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * That a field only matters while another has one of these values.
 *
 * @param field the other field
 * @param values as text; empty: anything but empty
 */
public record Dependency(String field, List<String> values) {
  public Dependency {
    values = List.copyOf(values);
  }

  /** Whether the other field has such a value. */
  boolean holds(JsonValue value) {
    return switch (value) {
      case JsonArray list -> values.isEmpty() ? !list.isEmpty() : list.stream().anyMatch(this::is);
      default -> is(value);
    };
  }

  private boolean is(JsonValue value) {
    String text = value instanceof JsonString string ? string.getString() : value.toString();
    return values.isEmpty()
        ? !text.isEmpty() && value.getValueType() != JsonValue.ValueType.NULL
        : values.stream().anyMatch(text::equalsIgnoreCase);
  }
}
