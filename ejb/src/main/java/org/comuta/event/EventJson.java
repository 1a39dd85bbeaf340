package org.comuta.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.comuta.description.Json;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of events as JSON: first what all have, then the components of their content by
 * their names; moments as RFC 3339 in UTC with milliseconds, what is not there as null. Any thread.
 */
public final class EventJson {
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private EventJson() {}

  /** The object of an event. */
  public static JsonObject of(Event event) {
    JsonObjectBuilder object =
        Json.object()
            .add("schemaVersion", Event.SCHEMA_VERSION)
            .add("id", event.id())
            .add("type", event.type().word())
            .add("time", moment(event.time()))
            .add("node", event.node());
    addTo(object, (Record) event.content());
    return object.build();
  }

  private static void addTo(JsonObjectBuilder object, Record record) {
    for (RecordComponent component : COMPONENTS.get(record.getClass())) {
      try {
        object.add(component.getName(), value(component.getAccessor().invoke(record)));
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(component + " cannot be read", impossible);
      }
    }
  }

  private static JsonValue value(@Nullable Object value) {
    return switch (value) {
      case null -> JsonValue.NULL;
      case String text -> Json.value(text);
      case Integer number -> Json.value(number);
      case Long number -> Json.value(number);
      case Boolean truth -> Json.value(truth);
      case Enum<?> word -> Json.value(word.name());
      case Instant moment -> Json.value(moment(moment));
      case Record record -> {
        JsonObjectBuilder inner = Json.object();
        addTo(inner, record);
        yield inner.build();
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  private static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
