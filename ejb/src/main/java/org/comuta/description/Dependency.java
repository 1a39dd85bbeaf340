package org.comuta.description;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * That a field only matters while another has one of these values.
 *
 * @param field the other field
 * @param values as text, where an empty one stands for nothing; none: anything but nothing
 */
public record Dependency(String field, List<String> values) {
  public Dependency {
    values = List.copyOf(values);
  }

  /** Whether the other field has such a value. */
  boolean holds(JsonValue value) {
    return switch (value) {
      case JsonArray list -> list.isEmpty() ? is("") : list.stream().anyMatch(this::is);
      default -> is(value);
    };
  }

  private boolean is(JsonValue value) {
    return switch (value) {
      case JsonString text -> is(text.getString());
      default -> is(value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString());
    };
  }

  private boolean is(String text) {
    return values.isEmpty() ? !text.isEmpty() : values.stream().anyMatch(text::equalsIgnoreCase);
  }
}
