package org.comuta.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.nap.MediaMode;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/**
 * A call record in the words of the API, the same that its filters and the text files use.
 *
 * @param totalSeconds from the first message to the end, whole seconds
 * @param billableSeconds from answer to end, whole seconds; 0 when not answered
 * @param billableMillis the same in milliseconds
 * @param destinationNap where the call was sent last; null when nowhere
 * @param endedBy who ended the leg of the caller
 * @param cause Q.850 cause of the caller's leg
 * @param sipStatus SIP final status the caller got; 0 when the leg ended by BYE
 * @param failure the exchange's own reason; null when a side ended the call
 * @param mediaMode how its media went; null when nowhere
 * @param originMedia how its media was on the leg of the caller; null when nobody measured it
 * @param destinationMedia the same on the leg of the called side
 */
record CallRecordView(
    String id,
    String callId,
    long revision,
    Instant startedAt,
    @Nullable Instant ringingAt,
    @Nullable Instant answeredAt,
    Instant endedAt,
    boolean answered,
    long totalSeconds,
    long billableSeconds,
    long billableMillis,
    @Nullable String originNap,
    @Nullable String destinationNap,
    @Nullable String route,
    String callingNumber,
    String calledNumber,
    @Nullable String outgoingCallingNumber,
    @Nullable String outgoingCalledNumber,
    String source,
    String transport,
    String originProtocolCallId,
    @Nullable String destinationProtocolCallId,
    Party endedBy,
    int cause,
    int sipStatus,
    @Nullable Failure failure,
    ReleaseView originRelease,
    @Nullable ReleaseView destinationRelease,
    List<AttemptView> attempts,
    List<TraceStep> trace,
    @Nullable MediaMode mediaMode,
    @Nullable LegMedia originMedia,
    @Nullable LegMedia destinationMedia) {

  /** How a leg ended. */
  record ReleaseView(
      Party by,
      int cause,
      String causeName,
      int sipStatus,
      @Nullable Failure failure,
      String text) {
    static ReleaseView of(Release release) {
      return new ReleaseView(
          release.by(),
          release.cause().value(),
          release.cause().name(),
          release.sipStatus(),
          release.failure(),
          release.text());
    }
  }

  /** One try at one destination. */
  record AttemptView(
      int number,
      String route,
      String destinationNap,
      String callingNumber,
      String calledNumber,
      @Nullable String protocolCallId,
      Instant startedAt,
      @Nullable Instant ringingAt,
      @Nullable Instant answeredAt,
      Instant endedAt,
      ReleaseView release) {
    static AttemptView of(AttemptRecord attempt) {
      return new AttemptView(
          attempt.number(),
          attempt.route(),
          attempt.destinationNap(),
          attempt.callingNumber(),
          attempt.calledNumber(),
          attempt.protocolCallId(),
          attempt.startedAt(),
          attempt.ringingAt(),
          attempt.answeredAt(),
          attempt.endedAt(),
          ReleaseView.of(attempt.release()));
    }
  }

  static CallRecordView of(CallRecord call) {
    AttemptRecord attempt = call.lastAttempt();
    Duration billable = call.billableDuration();
    Release origin = call.originRelease();
    Release destination = call.destinationRelease();
    MediaRecord media = call.media();
    Failure failure =
        origin.failure() == null && destination != null ? destination.failure() : origin.failure();
    return new CallRecordView(
        call.id(),
        call.callId(),
        call.revision(),
        call.startedAt(),
        call.ringingAt(),
        call.answeredAt(),
        call.endedAt(),
        call.answeredAt() != null,
        Duration.between(call.startedAt(), call.endedAt()).toSeconds(),
        billable.toSeconds(),
        billable.toMillis(),
        call.originNap(),
        attempt == null ? null : attempt.destinationNap(),
        attempt == null ? null : attempt.route(),
        call.callingNumber(),
        call.calledNumber(),
        attempt == null ? null : attempt.callingNumber(),
        attempt == null ? null : attempt.calledNumber(),
        call.source(),
        call.transport(),
        call.originProtocolCallId(),
        attempt == null ? null : attempt.protocolCallId(),
        origin.by(),
        origin.cause().value(),
        origin.sipStatus(),
        failure,
        ReleaseView.of(origin),
        destination == null ? null : ReleaseView.of(destination),
        call.attempts().stream().map(AttemptView::of).toList(),
        call.trace(),
        media == null ? null : media.mode(),
        media == null ? null : media.origin(),
        media == null ? null : media.destination());
  }
}
