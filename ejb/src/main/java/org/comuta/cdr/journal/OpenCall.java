package org.comuta.cdr.journal;

import java.time.Instant;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of a call that has not ended. Immutable.
 *
 * @param attempts how many destinations were tried
 * @param attempted the last try; null before the first
 */
record OpenCall(
    Entry.Opened opened,
    int attempts,
    Entry.@Nullable Attempted attempted,
    @Nullable Instant answeredAt) {

  OpenCall(Entry.Opened opened) {
    this(opened, 0, null, null);
  }

  OpenCall with(Entry.Attempted attempt) {
    return new OpenCall(opened, attempts + 1, attempt, answeredAt);
  }

  OpenCall with(Entry.Answered answered) {
    return new OpenCall(opened, attempts, attempted, answered.at());
  }

  /** The record of this call when the server stopped at this moment while it was open. */
  CallRecord lostAt(Instant stopped) {
    IncomingCall incoming = opened.incoming();
    Release release =
        Release.of(Failure.SERVER_RESTARTED, "the server stopped while the call was open");
    Instant endedAt = latest(stopped, incoming.receivedAt());
    if (answeredAt != null) {
      endedAt = latest(endedAt, answeredAt);
    }
    return new CallRecord(
        opened.callId(),
        opened.callId(),
        opened.revision(),
        incoming.receivedAt(),
        null,
        answeredAt,
        endedAt,
        attempted == null || attempted.originNap().isEmpty() ? null : attempted.originNap(),
        incoming.source(),
        incoming.transport(),
        incoming.callingNumber(),
        incoming.calledNumber(),
        incoming.protocolCallId(),
        release,
        attempted == null ? null : release,
        attempted == null ? List.of() : List.of(attempt(attempted, endedAt, release)),
        List.of());
  }

  /** The last try; the numbers it was made with are not in the journal before the call ends. */
  private AttemptRecord attempt(Entry.Attempted attempt, Instant endedAt, Release release) {
    return new AttemptRecord(
        attempts,
        attempt.route(),
        attempt.destinationNap(),
        opened.incoming().callingNumber(),
        opened.incoming().calledNumber(),
        null,
        attempt.at(),
        null,
        answeredAt,
        latest(endedAt, attempt.at()),
        release);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
