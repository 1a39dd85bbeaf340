package org.comuta.call;

import java.time.Instant;
import org.comuta.call.answered.AttemptSoFar;
import org.comuta.routing.Candidate;
import org.jspecify.annotations.Nullable;

/** One try at one destination, while it lasts. Confined to the lane of its call. */
public final class Attempt {
  private final int number;
  private final String route;
  private final String destinationNap;
  private final String callingNumber;
  private final String calledNumber;
  private final Instant startedAt;
  private @Nullable String protocolCallId;
  private @Nullable Instant ringingAt;
  private @Nullable Instant answeredAt;
  private @Nullable Instant endedAt;
  private @Nullable Release release;

  Attempt(int number, Candidate candidate, Instant startedAt) {
    this.number = number;
    this.route = candidate.route().name();
    this.destinationNap = candidate.destination().name();
    this.callingNumber = candidate.callingNumber();
    this.calledNumber = candidate.calledNumber();
    this.startedAt = startedAt;
  }

  /** A try of a call that an earlier process began. */
  Attempt(AttemptSoFar soFar) {
    number = soFar.number();
    route = soFar.route();
    destinationNap = soFar.destinationNap();
    callingNumber = soFar.callingNumber();
    calledNumber = soFar.calledNumber();
    startedAt = soFar.startedAt();
    protocolCallId = soFar.protocolCallId();
    ringingAt = soFar.ringingAt();
    answeredAt = soFar.answeredAt();
    endedAt = soFar.endedAt();
    release = soFar.release();
  }

  /** Name of the route. */
  public String route() {
    return route;
  }

  /** Name of the destination's NAP. */
  public String destinationNap() {
    return destinationNap;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** When it rang first; null when it has not. */
  public @Nullable Instant ringingAt() {
    return ringingAt;
  }

  /** When it was answered; null when it was not. */
  public @Nullable Instant answeredAt() {
    return answeredAt;
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
        route,
        destinationNap,
        callingNumber,
        calledNumber,
        protocolCallId,
        startedAt,
        ringingAt,
        answeredAt,
        endedAt == null ? end : endedAt,
        release == null ? otherwise : release);
  }

  AttemptSoFar soFar() {
    return new AttemptSoFar(
        number,
        route,
        destinationNap,
        callingNumber,
        calledNumber,
        protocolCallId,
        startedAt,
        ringingAt,
        answeredAt,
        endedAt,
        release);
  }
}
