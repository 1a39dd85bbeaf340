package org.comuta.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.call.answered.AttemptSoFar;
import org.comuta.call.answered.CallSoFar;
import org.comuta.event.CallChanged.Change;
import org.comuta.nap.Nap;
import org.comuta.routing.Candidate;
import org.comuta.routing.TraceStep;
import org.comuta.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * One call from its first message to its record: what is known of it, what was decided and how it
 * ended. It knows nothing of a protocol.
 *
 * <p>Confined to the lane of the call, except {@link #view()} and {@link #id()}, which any thread
 * may use. Obtained from {@link Calls#begin}; ends by {@link #end}, which writes the record.
 */
public final class Call {
  private final String id;
  private final IncomingCall incoming;
  private final Snapshot snapshot;
  private final long revision;
  private final Calls calls;
  private final StateMachine<CallState> state;
  private final List<TraceStep> trace = new ArrayList<>(8);
  private final List<Attempt> attempts = new ArrayList<>(2);
  private @Nullable String originNap;
  private @Nullable Instant ringingAt;
  private @Nullable Instant answeredAt;
  private @Nullable MediaRecord media;
  private volatile CallView view;

  Call(String id, IncomingCall incoming, Snapshot snapshot, Calls calls) {
    this.id = id;
    this.incoming = incoming;
    this.snapshot = snapshot;
    this.revision = snapshot.revision();
    this.calls = calls;
    this.state = new StateMachine<>(CallState.ROUTING, state -> state == CallState.ENDED);
    this.view = look();
  }

  /** Goes on with an answered call of an earlier process. */
  Call(CallSoFar soFar, Snapshot snapshot, Calls calls) {
    this.id = soFar.callId();
    this.incoming = soFar.incoming();
    this.snapshot = snapshot;
    this.revision = soFar.revision();
    this.calls = calls;
    this.state = new StateMachine<>(CallState.ANSWERED, state -> state == CallState.ENDED);
    soFar.attempts().forEach(attempt -> attempts.add(new Attempt(attempt)));
    trace.addAll(soFar.trace());
    originNap = soFar.originNap();
    ringingAt = soFar.ringingAt();
    answeredAt = soFar.answeredAt();
    this.view = look();
  }

  public String id() {
    return id;
  }

  public IncomingCall incoming() {
    return incoming;
  }

  /**
   * The configuration this call began with and keeps; for a call of an earlier process the one it
   * was found with.
   */
  public Snapshot snapshot() {
    return snapshot;
  }

  public CallState state() {
    return state.get();
  }

  /** Name of the NAP the call came from; null until it was found. */
  public @Nullable String originNap() {
    return originNap;
  }

  /** When a destination rang first; null before. */
  public @Nullable Instant ringingAt() {
    return ringingAt;
  }

  /** How the call looks from outside; any thread. */
  public CallView view() {
    return view;
  }

  /** Keeps one step of the decision for the record. */
  public void trace(TraceStep step) {
    trace.add(step);
  }

  /** Tells the NAP the call came from. */
  public void cameFrom(Nap nap) {
    calls.observer().cameFrom(this, nap.name());
    originNap = nap.name();
    view = look();
  }

  /** Begins a try at this destination; the one before must have ended. */
  public Attempt attempt(Candidate candidate, Instant at) {
    Attempt attempt = new Attempt(attempts.size() + 1, candidate, at);
    attempts.add(attempt);
    state.to(CallState.CALLING);
    calls
        .ledger()
        .attempted(
            id,
            originNap == null ? "" : originNap,
            candidate.route().name(),
            candidate.destination().name());
    calls.observer().attempted(this, attempt);
    view = look();
    calls.events().publish(CallEvents.routed(view, attempts.size(), candidate));
    return attempt;
  }

  /** The current try; null before the first. */
  public @Nullable Attempt currentAttempt() {
    return attempts.isEmpty() ? null : attempts.getLast();
  }

  /** Tells how the media of the current try goes, and at the end how it was. */
  public void media(MediaRecord told) {
    media = told;
    view = look();
  }

  /** How the media of the last try goes; null before the first. */
  public @Nullable MediaRecord media() {
    return media;
  }

  /** The destination rings. */
  public void ringing(Instant at) {
    if (state.get() != CallState.CALLING && state.get() != CallState.ROUTING) {
      return;
    }
    state.to(CallState.RINGING);
    calls.observer().rang(this, currentAttempt(), at);
    if (ringingAt == null) {
      ringingAt = at;
    }
    if (!attempts.isEmpty()) {
      attempts.getLast().ringing(at);
    }
    view = look();
    calls.events().publish(CallEvents.ringing(view));
  }

  /** The current try failed; another may follow. */
  public void attemptFailed(Release release, Instant at) {
    if (!attempts.isEmpty()) {
      end(attempts.getLast(), release, at);
      calls
          .events()
          .publish(CallEvents.changed(view, Change.ATTEMPT_FAILED, release.by(), release));
    }
  }

  /** A side has changed the media of the answered call, such as hold. */
  public void mediaChanged(Party by) {
    if (state.get() == CallState.ANSWERED) {
      calls.events().publish(CallEvents.changed(view, Change.MEDIA_CHANGED, by, null));
    }
  }

  private void end(Attempt attempt, Release release, Instant at) {
    if (!attempt.ended()) {
      calls.observer().attemptEnded(this, attempt, release, at);
      attempt.end(release, at);
    }
  }

  /** The destination answered. */
  public void answered(Instant at) {
    if (!state.to(CallState.ANSWERED)) {
      return;
    }
    calls.observer().answered(this, currentAttempt(), at);
    answeredAt = at;
    if (!attempts.isEmpty()) {
      attempts.getLast().answered(at);
    }
    view = look();
    calls.events().publish(CallEvents.answered(view));
  }

  /**
   * Writes down that it was answered; after the call is kept beyond this process and before its
   * caller is told, so that what is written as answered and cut off was told to nobody.
   */
  public void writeAnswer() {
    Instant at = answeredAt;
    if (at != null) {
      calls.ledger().answered(id, at);
    }
  }

  /**
   * Ends the call and writes its record; the first end counts, later ones do nothing.
   *
   * @param originRelease how the leg of the caller ended
   * @param destinationRelease how the leg of the destination ended; null when no try was begun or
   *     the last one had failed before
   */
  public void end(Release originRelease, @Nullable Release destinationRelease, Instant at) {
    boolean answered = state.get() == CallState.ANSWERED;
    if (!state.to(CallState.ENDED)) {
      return;
    }
    Release first = answered ? originRelease.byBye() : originRelease;
    Release last = destinationRelease;
    if (!attempts.isEmpty()) {
      Attempt attempt = attempts.getLast();
      end(attempt, destinationRelease == null ? first : destinationRelease, at);
      last = attempt.release();
    }
    view = look();
    calls.ended(this, toRecord(first, last, at));
  }

  /**
   * What another process must know of this answered call to write its record.
   *
   * @throws IllegalStateException when it is not answered
   */
  public CallSoFar soFar() {
    if (answeredAt == null) {
      throw new IllegalStateException("not answered: " + id);
    }
    List<AttemptSoFar> tried = new ArrayList<>(attempts.size());
    attempts.forEach(attempt -> tried.add(attempt.soFar()));
    return new CallSoFar(id, revision, incoming, originNap, ringingAt, answeredAt, tried, trace);
  }

  private CallRecord toRecord(
      Release originRelease, @Nullable Release destinationRelease, Instant at) {
    List<AttemptRecord> tried = new ArrayList<>(attempts.size());
    for (Attempt attempt : attempts) {
      tried.add(attempt.toRecord(originRelease, at));
    }
    return new CallRecord(
        id,
        id,
        revision,
        incoming.receivedAt(),
        ringingAt,
        answeredAt,
        at,
        originNap,
        incoming.source(),
        incoming.transport(),
        incoming.callingNumber(),
        incoming.calledNumber(),
        incoming.protocolCallId(),
        originRelease,
        destinationRelease,
        tried,
        trace,
        media);
  }

  private CallView look() {
    Attempt attempt = attempts.isEmpty() ? null : attempts.getLast();
    return new CallView(
        id,
        state.get(),
        revision,
        incoming.receivedAt(),
        answeredAt,
        originNap,
        attempt == null ? null : attempt.destinationNap(),
        attempt == null ? null : attempt.route(),
        incoming.callingNumber(),
        incoming.calledNumber(),
        media == null ? null : media.mode());
  }
}
