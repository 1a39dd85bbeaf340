package org.comuta.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows records as JSON: components by their names, moments as RFC 3339 in UTC with milliseconds,
 * choices by their words, what is not there as null. Any thread.
 */
final class JsonViews {
  private JsonViews() {}

  /** The object of a record. */
  static JsonObject object(Record record) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        object.add(component.getName(), value(component.getAccessor().invoke(record)));
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(component + " cannot be read", impossible);
      }
    }
    return object.build();
  }

  /** The value of anything that records have in them. */
  static JsonValue value(@Nullable Object value) {
    return switch (value) {
      case null -> JsonValue.NULL;
      case JsonValue json -> json;
      case Boolean truth -> truth ? JsonValue.TRUE : JsonValue.FALSE;
      case Integer number -> Json.createValue(number);
      case Long number -> Json.createValue(number);
      case Double number -> Json.createValue(number);
      case String text -> Json.createValue(text);
      case Enum<?> word -> Json.createValue(word.name());
      case Instant moment -> Json.createValue(moment(moment));
      case Duration duration -> Json.createValue(duration.toMillis());
      case Record record -> object(record);
      case Collection<?> elements -> {
        JsonArrayBuilder array = Json.createArrayBuilder();
        elements.forEach(element -> array.add(value(element)));
        yield array.build();
      }
      case Map<?, ?> entries -> {
        JsonObjectBuilder object = Json.createObjectBuilder();
        entries.forEach((name, entry) -> object.add(String.valueOf(name), value(entry)));
        yield object.build();
      }
      default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
    };
  }

  private static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
