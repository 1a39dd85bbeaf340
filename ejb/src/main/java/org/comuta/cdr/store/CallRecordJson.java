package org.comuta.cdr.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/** Attempts and trace of a record as JSON text, in the words of the API. Any thread. */
final class CallRecordJson {
  private final JsonProvider json = JsonProvider.provider();

  String attempts(List<AttemptRecord> attempts) {
    JsonArrayBuilder array = json.createArrayBuilder();
    for (AttemptRecord attempt : attempts) {
      JsonObjectBuilder object =
          json.createObjectBuilder()
              .add("number", attempt.number())
              .add("route", attempt.route())
              .add("destinationNap", attempt.destinationNap())
              .add("callingNumber", attempt.callingNumber())
              .add("calledNumber", attempt.calledNumber());
      addIfPresent(object, "protocolCallId", attempt.protocolCallId());
      object.add("startedAt", attempt.startedAt().toString());
      addIfPresent(object, "ringingAt", attempt.ringingAt());
      addIfPresent(object, "answeredAt", attempt.answeredAt());
      object.add("endedAt", attempt.endedAt().toString());
      object.add("release", release(attempt.release()));
      array.add(object);
    }
    return array.build().toString();
  }

  List<AttemptRecord> attempts(String text) {
    return array(text).getValuesAs(JsonObject.class).stream().map(CallRecordJson::attempt).toList();
  }

  String trace(List<TraceStep> trace) {
    JsonArrayBuilder array = json.createArrayBuilder();
    for (TraceStep step : trace) {
      array.add(
          json.createObjectBuilder()
              .add("stage", step.stage())
              .add("object", step.object())
              .add("verdict", step.verdict().name())
              .add("detail", step.detail()));
    }
    return array.build().toString();
  }

  List<TraceStep> trace(String text) {
    return array(text).getValuesAs(JsonObject.class).stream()
        .map(
            step ->
                new TraceStep(
                    step.getString("stage"),
                    step.getString("object"),
                    TraceStep.Verdict.valueOf(step.getString("verdict")),
                    step.getString("detail")))
        .toList();
  }

  private JsonArray array(String text) {
    try (JsonReader reader = json.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  private JsonObjectBuilder release(Release release) {
    JsonObjectBuilder object =
        json.createObjectBuilder()
            .add("by", release.by().name())
            .add("cause", release.cause().value())
            .add("sipStatus", release.sipStatus());
    Failure failure = release.failure();
    if (failure != null) {
      object.add("failure", failure.name());
    }
    return object.add("text", release.text());
  }

  private static AttemptRecord attempt(JsonObject object) {
    JsonObject release = object.getJsonObject("release");
    String failure = release.getString("failure", null);
    return new AttemptRecord(
        object.getInt("number"),
        object.getString("route"),
        object.getString("destinationNap"),
        object.getString("callingNumber"),
        object.getString("calledNumber"),
        object.getString("protocolCallId", null),
        Instant.parse(object.getString("startedAt")),
        instant(object, "ringingAt"),
        instant(object, "answeredAt"),
        Instant.parse(object.getString("endedAt")),
        new Release(
            Party.valueOf(release.getString("by")),
            Cause.of(release.getInt("cause")).orElse(Cause.INTERWORKING),
            release.getInt("sipStatus"),
            failure == null ? null : Failure.valueOf(failure),
            release.getString("text")));
  }

  private static void addIfPresent(JsonObjectBuilder object, String name, @Nullable Object value) {
    if (value != null) {
      object.add(name, value.toString());
    }
  }

  private static @Nullable Instant instant(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value == null ? null : Instant.parse(object.getString(name));
  }
}
