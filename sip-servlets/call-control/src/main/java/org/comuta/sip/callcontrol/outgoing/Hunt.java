package org.comuta.sip.callcontrol.outgoing;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.comuta.admission.Admission;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.nap.Nap;
import org.comuta.nap.Reachability;
import org.comuta.nap.Reachability.State;
import org.comuta.retry.RetryRule;
import org.comuta.routing.Candidate;
import org.comuta.routing.TraceStep;
import org.comuta.routing.TraceStep.Verdict;
import org.comuta.sip.callcontrol.leg.SipCall;
import org.jspecify.annotations.Nullable;

/**
 * Tries the candidates of a call one after the other until one answers, one refuses for a cause
 * that is not retried, or none is left. Confined to the lane of the call.
 */
public final class Hunt {
  private static final RetryRule RETRY = new RetryRule();

  private final SipCall call;
  private final Nap origin;
  private final boolean emergency;
  private final Iterator<Candidate> candidates;
  private final Admission admission;
  private final Reachability reachability;
  private final OutgoingInvites invites;
  private Release last = Release.of(Failure.NO_ROUTE);

  /**
   * @param emergency whether it is a call for help, which no limit holds up
   */
  public Hunt(
      SipCall call,
      Nap origin,
      boolean emergency,
      List<Candidate> candidates,
      Admission admission,
      Reachability reachability,
      OutgoingInvites invites) {
    this.call = call;
    this.origin = origin;
    this.emergency = emergency;
    this.candidates = candidates.iterator();
    this.admission = admission;
    this.reachability = reachability;
    this.invites = invites;
  }

  /** Tries the next candidate that lives and has a place; ends the call when there is none. */
  public void next() {
    while (candidates.hasNext() && !call.ended()) {
      Candidate candidate = candidates.next();
      Failure unfit = isInactive(candidate) ? Failure.DESTINATION_INACTIVE : enter(candidate);
      if (unfit == null) {
        DestinationTry attempt = new DestinationTry(this, candidate, invites);
        call.guard(attempt::begin);
        return;
      }
      last = Release.of(unfit);
      trace(
          unfit == Failure.DESTINATION_INACTIVE ? "keep-alive" : "admission",
          candidate,
          unfit.name());
    }
    call.end(last);
  }

  /** A call for help is tried all the same: an answer to OPTIONS is not what it needs. */
  private boolean isInactive(Candidate candidate) {
    return !emergency && reachability.of(candidate.destination().name()) == State.INACTIVE;
  }

  /** The places of a destination that live, in its order; all of them when none does. */
  List<Hop> placesOf(Nap destination) {
    List<Hop> all = Hop.to(destination, call.call().snapshot().naps());
    if (reachability.of(destination.name()) != State.SUSPECT) {
      return all;
    }
    List<Hop> living =
        all.stream()
            .filter(hop -> reachability.of(destination.name(), hop.hostPort()) != State.INACTIVE)
            .toList();
    return living.isEmpty() ? all : living;
  }

  private @Nullable Failure enter(Candidate candidate) {
    if (emergency) {
      admission.countDestination(candidate.route().name(), candidate.destination().name());
      return null;
    }
    return admission.enterDestination(candidate);
  }

  SipCall call() {
    return call;
  }

  Nap origin() {
    return origin;
  }

  /** Gives back the place of this candidate. */
  void leave(Candidate candidate) {
    admission.leaveDestination(candidate);
  }

  /** This candidate did not answer; its place was given back. */
  void failed(Candidate candidate, Release release) {
    call.call().attemptFailed(release, Instant.now());
    trace("attempt", candidate, "cause " + release.cause().value());
    last = release;
    if (RETRY.retries(origin, release)) {
      next();
    } else {
      call.end(release);
    }
  }

  private void trace(String stage, Candidate candidate, String detail) {
    call.call().trace(new TraceStep(stage, candidate.route().name(), Verdict.DROPPED, detail));
  }
}
