package org.comuta.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private final Calls calls;
  private final StateMachine<CallState> state;
  private final List<TraceStep> trace = new ArrayList<>(8);
  private final List<Attempt> attempts = new ArrayList<>(2);
  private @Nullable Nap origin;
  private @Nullable Instant ringingAt;
  private @Nullable Instant answeredAt;
  private volatile CallView view;

  Call(String id, IncomingCall incoming, Snapshot snapshot, Calls calls) {
    this.id = id;
    this.incoming = incoming;
    this.snapshot = snapshot;
    this.calls = calls;
    this.state = new StateMachine<>(CallState.ROUTING, state -> state == CallState.ENDED);
    this.view = look();
  }

  public String id() {
    return id;
  }

  public IncomingCall incoming() {
    return incoming;
  }

  /** The configuration this call began with and keeps. */
  public Snapshot snapshot() {
    return snapshot;
  }

  public CallState state() {
    return state.get();
  }

  /** The NAP the call came from; null until it was found. */
  public @Nullable Nap origin() {
    return origin;
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
    origin = nap;
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
            origin == null ? "" : origin.name(),
            candidate.route().name(),
            candidate.destination().name());
    view = look();
    return attempt;
  }

  /** The current try; null before the first. */
  public @Nullable Attempt currentAttempt() {
    return attempts.isEmpty() ? null : attempts.getLast();
  }

  /** The destination rings. */
  public void ringing(Instant at) {
    if (state.get() != CallState.CALLING && state.get() != CallState.ROUTING) {
      return;
    }
    state.to(CallState.RINGING);
    if (ringingAt == null) {
      ringingAt = at;
    }
    if (!attempts.isEmpty()) {
      attempts.getLast().ringing(at);
    }
    view = look();
  }

  /** The current try failed; another may follow. */
  public void attemptFailed(Release release, Instant at) {
    if (!attempts.isEmpty()) {
      attempts.getLast().end(release, at);
    }
  }

  /** The destination answered. */
  public void answered(Instant at) {
    if (!state.to(CallState.ANSWERED)) {
      return;
    }
    answeredAt = at;
    if (!attempts.isEmpty()) {
      attempts.getLast().answered(at);
    }
    calls.ledger().answered(id, at);
    view = look();
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
      attempt.end(destinationRelease == null ? first : destinationRelease, at);
      last = attempt.release();
    }
    view = look();
    calls.ended(this, toRecord(first, last, at));
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
        snapshot.revision(),
        incoming.receivedAt(),
        ringingAt,
        answeredAt,
        at,
        origin == null ? null : origin.name(),
        incoming.source(),
        incoming.transport(),
        incoming.callingNumber(),
        incoming.calledNumber(),
        incoming.protocolCallId(),
        originRelease,
        destinationRelease,
        tried,
        trace);
  }

  private CallView look() {
    Candidate candidate = attempts.isEmpty() ? null : attempts.getLast().candidate();
    return new CallView(
        id,
        state.get(),
        snapshot.revision(),
        incoming.receivedAt(),
        answeredAt,
        origin == null ? null : origin.name(),
        candidate == null ? null : candidate.destination().name(),
        candidate == null ? null : candidate.route().name(),
        incoming.callingNumber(),
        incoming.calledNumber());
  }
}
