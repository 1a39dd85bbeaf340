package org.comuta.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(EventSchema.text());
  private static final JsonObject DEFINITIONS =
      Json.parse(EventSchema.text()).getJsonObject("$defs");

  static Stream<EventContent> contents() {
    return EventSamples.all().stream();
  }

  private static Set<String> complaints(String json) {
    return SCHEMA
        .validate(
            json,
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void everyEventKeepsToTheSchema(EventContent content) {
    assertThat(complaints(EventSamples.event(content).json())).isEmpty();
  }

  @Test
  void thereIsASampleOfEachType() {
    assertThat(contents().map(EventContent::type).distinct())
        .containsExactlyInAnyOrder(EventType.values());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void theSchemaNamesExactlyTheFieldsOfTheRecord(EventType type) {
    JsonObject definition = DEFINITIONS.getJsonObject(type.word());
    Set<String> fields = new TreeSet<>(Set.of("schemaVersion", "id", "type", "time", "node"));
    Stream.of(type.content().getRecordComponents())
        .map(RecordComponent::getName)
        .forEach(fields::add);
    assertThat(definition.getJsonObject("properties").keySet())
        .containsExactlyInAnyOrderElementsOf(fields);
    assertThat(
            definition.getJsonArray("required").getValuesAs(jakarta.json.JsonString.class).stream()
                .map(jakarta.json.JsonString::getString))
        .containsExactlyInAnyOrderElementsOf(fields);
  }

  @Test
  void whatDoesNotKeepToItIsRefused() {
    JsonObject ringing = EventJson.of(EventSamples.event(EventSamples.all().get(2)));
    for (Map.Entry<String, Object> wrong :
        List.of(
            Map.entry("schemaVersion", (Object) 2),
            Map.entry("type", (Object) "call.begun"),
            Map.entry("id", (Object) "1"),
            Map.entry("callingNumber", (Object) 4))) {
      JsonObject changed =
          Json.object(ringing)
              .add(
                  wrong.getKey(),
                  wrong.getValue() instanceof Integer number
                      ? Json.value(number)
                      : Json.value(String.valueOf(wrong.getValue())))
              .build();
      assertThat(complaints(changed.toString())).as(wrong.toString()).isNotEmpty();
    }
  }

  @Test
  void momentsAreInUtcWithMilliseconds() {
    assertThat(EventSamples.event(new UserSignedIn("a", "b")).json())
        .contains("\"time\":\"2026-03-04T05:06:07.891Z\"")
        .contains("\"type\":\"user.signedIn\"")
        .startsWith("{\"schemaVersion\":1,");
  }
}
