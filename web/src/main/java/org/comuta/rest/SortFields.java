package org.comuta.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.jspecify.annotations.Nullable;

/** What lists can be sorted by, and how their values compare. */
final class SortFields {
  private SortFields() {}

  /** The fields of a view that have one plain value. */
  static Set<String> of(Class<? extends Record> view) {
    return Arrays.stream(view.getRecordComponents())
        .filter(component -> isPlain(component.getType()))
        .map(RecordComponent::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The fields of a kind of objects that have one value, which may be seen. */
  static Set<String> of(ObjectDescription<?> description) {
    return description.fields().stream()
        .filter(field -> !field.list() && !field.secret())
        .map(FieldDescription::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isPlain(Class<?> type) {
    return type.isPrimitive()
        || type.isEnum()
        || type == String.class
        || type == Instant.class
        || type == Boolean.class
        || Number.class.isAssignableFrom(type);
  }

  /** A value of an answer, to be compared. */
  static @Nullable Object value(JsonObject object, String field) {
    JsonValue value = object.getOrDefault(field, JsonValue.NULL);
    return switch (value) {
      case JsonString text -> momentOr(text.getString());
      case JsonNumber number -> number.bigDecimalValue();
      default ->
          switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY, OBJECT, STRING, NUMBER, NULL -> null;
          };
    };
  }

  private static Object momentOr(String text) {
    if (text.length() < 20 || !text.endsWith("Z") || text.charAt(10) != 'T') {
      return text;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException other) {
      return text;
    }
  }
}
