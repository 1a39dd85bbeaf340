package org.comuta.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A call record in the words of the API, the same that its filters and the text files use. Any
 * thread.
 */
final class CallRecordView {
  private CallRecordView() {}

  static JsonObject of(CallRecord record) {
    AttemptRecord attempt = record.lastAttempt();
    Duration billable = record.billableDuration();
    Release origin = record.originRelease();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", record.id())
            .add("callId", record.callId())
            .add("revision", record.revision())
            .add("startedAt", JsonViews.value(record.startedAt()))
            .add("ringingAt", JsonViews.value(record.ringingAt()))
            .add("answeredAt", JsonViews.value(record.answeredAt()))
            .add("endedAt", JsonViews.value(record.endedAt()))
            .add("answered", record.answeredAt() != null)
            .add("totalSeconds", Duration.between(record.startedAt(), record.endedAt()).toSeconds())
            .add("billableSeconds", billable.toSeconds())
            .add("billableMillis", billable.toMillis())
            .add("originNap", JsonViews.value(record.originNap()))
            .add("destinationNap", text(attempt == null ? null : attempt.destinationNap()))
            .add("route", text(attempt == null ? null : attempt.route()))
            .add("callingNumber", record.callingNumber())
            .add("calledNumber", record.calledNumber())
            .add("outgoingCallingNumber", text(attempt == null ? null : attempt.callingNumber()))
            .add("outgoingCalledNumber", text(attempt == null ? null : attempt.calledNumber()))
            .add("source", record.source())
            .add("transport", record.transport())
            .add("originProtocolCallId", record.originProtocolCallId())
            .add(
                "destinationProtocolCallId",
                text(attempt == null ? null : attempt.protocolCallId()))
            .add("endedBy", origin.by().name())
            .add("cause", origin.cause().value())
            .add("sipStatus", origin.sipStatus())
            .add("failure", failure(record))
            .add("originRelease", release(origin))
            .add("destinationRelease", release(record.destinationRelease()));
    JsonArrayBuilder attempts = Json.createArrayBuilder();
    record.attempts().forEach(one -> attempts.add(attempt(one)));
    return json.add("attempts", attempts).add("trace", JsonViews.value(record.trace())).build();
  }

  private static JsonObject attempt(AttemptRecord attempt) {
    return JsonViews.builder(attempt).add("release", release(attempt.release())).build();
  }

  private static JsonValue release(@Nullable Release release) {
    return release == null
        ? JsonValue.NULL
        : JsonViews.builder(release)
            .add("cause", release.cause().value())
            .add("causeName", release.cause().name())
            .build();
  }

  private static JsonValue failure(CallRecord record) {
    Failure failure = record.originRelease().failure();
    Release destination = record.destinationRelease();
    return JsonViews.value(
        failure == null && destination != null ? destination.failure() : failure);
  }

  private static JsonValue text(@Nullable String text) {
    return JsonViews.value(text);
  }
}
