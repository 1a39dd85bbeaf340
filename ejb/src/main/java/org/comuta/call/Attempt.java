package org.comuta.call;

import java.time.Instant;
import org.comuta.routing.Candidate;
import org.jspecify.annotations.Nullable;

/** One try at one destination, while it lasts. Confined to the lane of its call. */
public final class Attempt {
  private final int number;
  private final Candidate candidate;
  private final Instant startedAt;
  private @Nullable String protocolCallId;
  private @Nullable Instant ringingAt;
  private @Nullable Instant answeredAt;
  private @Nullable Instant endedAt;
  private @Nullable Release release;

  Attempt(int number, Candidate candidate, Instant startedAt) {
    this.number = number;
    this.candidate = candidate;
    this.startedAt = startedAt;
  }

  public Candidate candidate() {
    return candidate;
  }

  /** Tells the Call-ID of the outgoing dialog. */
  public void sentAs(String callId) {
    this.protocolCallId = callId;
  }

  void ringing(Instant at) {
    if (ringingAt == null) {
      ringingAt = at;
    }
  }

  void answered(Instant at) {
    answeredAt = at;
  }

  /** Ends this try; the first end counts. */
  void end(Release how, Instant at) {
    if (release == null) {
      release = how;
      endedAt = at;
    }
  }

  boolean ended() {
    return release != null;
  }

  @Nullable Release release() {
    return release;
  }

  AttemptRecord toRecord(Release otherwise, Instant end) {
    return new AttemptRecord(
        number,
        candidate.route().name(),
        candidate.destination().name(),
        candidate.callingNumber(),
        candidate.calledNumber(),
        protocolCallId,
        startedAt,
        ringingAt,
        answeredAt,
        endedAt == null ? end : endedAt,
        release == null ? otherwise : release);
  }
}
