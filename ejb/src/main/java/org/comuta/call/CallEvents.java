package org.comuta.call;

import java.time.Duration;
import org.comuta.cause.Failure;
import org.comuta.event.CallAnswered;
import org.comuta.event.CallBegun;
import org.comuta.event.CallChanged;
import org.comuta.event.CallEnded;
import org.comuta.event.CallRinging;
import org.comuta.event.CallRouted;
import org.comuta.routing.Candidate;
import org.jspecify.annotations.Nullable;

/** What others are told of a call. */
final class CallEvents {
  private CallEvents() {}

  static CallBegun begun(CallView call, IncomingCall incoming) {
    return new CallBegun(
        call.callId(),
        call.originNap(),
        call.destinationNap(),
        call.callingNumber(),
        call.calledNumber(),
        incoming.source(),
        incoming.transport(),
        call.revision());
  }

  static CallRouted routed(CallView call, int attempt, Candidate candidate) {
    return new CallRouted(
        call.callId(),
        call.originNap(),
        call.destinationNap(),
        call.callingNumber(),
        call.calledNumber(),
        candidate.route().name(),
        attempt,
        candidate.callingNumber(),
        candidate.calledNumber());
  }

  static CallRinging ringing(CallView call) {
    return new CallRinging(
        call.callId(),
        call.originNap(),
        call.destinationNap(),
        call.callingNumber(),
        call.calledNumber(),
        call.route());
  }

  static CallAnswered answered(CallView call) {
    return new CallAnswered(
        call.callId(),
        call.originNap(),
        call.destinationNap(),
        call.callingNumber(),
        call.calledNumber(),
        call.route(),
        call.answeredAt() == null
            ? 0
            : Math.max(0, Duration.between(call.startedAt(), call.answeredAt()).toMillis()));
  }

  /**
   * @param failed how the try ended that failed; null when it was something else
   */
  static CallChanged changed(
      CallView call, CallChanged.Change change, Party by, @Nullable Release failed) {
    return new CallChanged(
        call.callId(),
        call.originNap(),
        call.destinationNap(),
        call.callingNumber(),
        call.calledNumber(),
        call.route(),
        change,
        by.name(),
        failed == null ? null : failed.cause().value(),
        failed == null ? null : failed.sipStatus(),
        failed == null ? null : word(failed.failure()));
  }

  static CallEnded ended(CallRecord record) {
    AttemptRecord last = record.lastAttempt();
    Release destination = record.destinationRelease();
    return new CallEnded(
        record.callId(),
        record.originNap(),
        last == null ? null : last.destinationNap(),
        record.callingNumber(),
        record.calledNumber(),
        last == null ? null : last.route(),
        record.id(),
        record.startedAt(),
        record.ringingAt(),
        record.answeredAt(),
        record.endedAt(),
        Math.max(0, Duration.between(record.startedAt(), record.endedAt()).toMillis()),
        Math.max(0, record.billableDuration().toMillis()),
        record.originRelease().by().name(),
        record.originRelease().cause().value(),
        record.originRelease().sipStatus(),
        word(record.originRelease().failure()),
        destination == null ? null : destination.cause().value(),
        destination == null ? null : destination.sipStatus(),
        record.attempts().size(),
        record.media() == null ? null : record.media().mode().name());
  }

  private static @Nullable String word(@Nullable Failure failure) {
    return failure == null ? null : failure.name();
  }
}
