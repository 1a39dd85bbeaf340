package org.comuta.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/**
 * The record of one call, complete when the call has ended.
 *
 * @param id unique identity of the record
 * @param callId identity of the call, as in the list of live calls
 * @param revision revision of the configuration the call ran on
 * @param originNap NAP the call came from; null when its source is unknown
 * @param callingNumber as received
 * @param calledNumber as received
 * @param originProtocolCallId Call-ID of the incoming dialog
 * @param originRelease how the leg of the caller ended
 * @param destinationRelease how the last leg towards a destination ended; null when none was tried
 * @param attempts every try, in order
 * @param trace why it was routed so
 * @param media how its media went; null when no destination was tried
 */
public record CallRecord(
    String id,
    String callId,
    long revision,
    Instant startedAt,
    @Nullable Instant ringingAt,
    @Nullable Instant answeredAt,
    Instant endedAt,
    @Nullable String originNap,
    String source,
    String transport,
    String callingNumber,
    String calledNumber,
    String originProtocolCallId,
    Release originRelease,
    @Nullable Release destinationRelease,
    List<AttemptRecord> attempts,
    List<TraceStep> trace,
    @Nullable MediaRecord media) {

  public CallRecord {
    attempts = List.copyOf(attempts);
    trace = List.copyOf(trace);
  }

  /** The record of a call of whose media nothing is known. */
  public CallRecord(
      String id,
      String callId,
      long revision,
      Instant startedAt,
      @Nullable Instant ringingAt,
      @Nullable Instant answeredAt,
      Instant endedAt,
      @Nullable String originNap,
      String source,
      String transport,
      String callingNumber,
      String calledNumber,
      String originProtocolCallId,
      Release originRelease,
      @Nullable Release destinationRelease,
      List<AttemptRecord> attempts,
      List<TraceStep> trace) {
    this(
        id,
        callId,
        revision,
        startedAt,
        ringingAt,
        answeredAt,
        endedAt,
        originNap,
        source,
        transport,
        callingNumber,
        calledNumber,
        originProtocolCallId,
        originRelease,
        destinationRelease,
        attempts,
        trace,
        null);
  }

  /** From answer to end; zero for a call that was not answered. */
  public Duration billableDuration() {
    return answeredAt == null ? Duration.ZERO : Duration.between(answeredAt, endedAt);
  }

  /** The attempt that was answered or else the last one; null when none was tried. */
  public @Nullable AttemptRecord lastAttempt() {
    return attempts.isEmpty() ? null : attempts.getLast();
  }
}
