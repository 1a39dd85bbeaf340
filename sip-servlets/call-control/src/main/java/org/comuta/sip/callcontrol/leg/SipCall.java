package org.comuta.sip.callcontrol.leg;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.servlet.sip.SipServletResponse;
import org.comuta.call.Call;
import org.comuta.call.CallState;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaEngine;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.media.LegFigures;
import org.comuta.sip.callcontrol.media.MediaPath;
import org.comuta.sip.callcontrol.media.Turns;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call over SIP: its two legs, and its one end. Confined to the lane of the call, except {@link
 * #run}, {@link #schedule} and {@link #id}.
 */
public final class SipCall implements Turns {
  private static final Logger LOG = LoggerFactory.getLogger(SipCall.class);

  /** More than 64 times T1: by then every transaction is over. */
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(40);

  private final Call call;
  private final Lane lane;
  private final InOrder order;
  private final MediaPath media;
  private final CallKeeper keeper;
  private final List<Lane.Cancellable> timers = new ArrayList<>(4);
  private final List<Runnable> atEnd = new ArrayList<>(3);
  private final List<LaneTask> afterEnd = new ArrayList<>(1);
  private final List<Runnable> atRest = new ArrayList<>(1);
  private @Nullable IncomingLeg caller;
  private @Nullable OutgoingLeg called;
  private @Nullable Instant endsAt;
  private boolean ending;

  public SipCall(Call call, Lane lane, MediaEngine engine, CallKeeper keeper) {
    this.call = call;
    this.lane = lane;
    this.order = new InOrder(lane, this::guard);
    this.media = new MediaPath(call.id(), this, engine);
    this.keeper = keeper;
  }

  public String id() {
    return call.id();
  }

  /** The call as the rest of the exchange knows it. */
  public Call call() {
    return call;
  }

  /** The way of its media. */
  public MediaPath media() {
    return media;
  }

  /** The leg of the caller; null until its NAP was found. */
  public @Nullable IncomingLeg caller() {
    return caller;
  }

  /** The leg now tried or answered; null before the first. */
  public @Nullable OutgoingLeg called() {
    return called;
  }

  void caller(IncomingLeg leg) {
    caller = leg;
  }

  /** Makes this the leg of the called side; the one before must have been given up. */
  public void called(OutgoingLeg leg) {
    called = leg;
  }

  @Nullable Leg peerOf(Leg leg) {
    if (leg == caller) {
      return called;
    }
    return leg == called ? caller : null;
  }

  /** When the longest call is reached; null for no limit. */
  public @Nullable Instant endsAt() {
    return endsAt;
  }

  /** Tells when the longest call is reached. */
  public void endsAt(Instant at) {
    endsAt = at;
  }

  /** Keeps the call beyond this process; this 2xx is going to be sent to its caller. */
  public void keep(SipServletResponse answer) {
    keeper.begin(this, answer);
  }

  /** Keeps the call anew after a change, if it is kept. */
  public void keep() {
    keeper.change(this);
  }

  /** Whether the call has ended, or will as soon as it is known how its media was. */
  public boolean ended() {
    return ending;
  }

  @Override
  public boolean over() {
    return ending;
  }

  private boolean recorded() {
    return call.state() == CallState.ENDED;
  }

  public boolean answered() {
    return call.state() == CallState.ANSWERED && !ending;
  }

  /** Whether the message that is handled now came when there was more to do than can be done. */
  public boolean overloaded() {
    return lane.isOverloaded();
  }

  /** Does this on the lane of the call, after what waits there already. Any thread. */
  public void run(LaneTask task) {
    lane.execute(() -> inTurn(task));
  }

  /** Does this after a delay, whether the call has ended or not. Any thread. */
  public Lane.Cancellable schedule(Duration delay, LaneTask task) {
    return lane.schedule(delay, () -> inTurn(task));
  }

  /**
   * Does this now, or when the call no longer waits for its media. What it throws ends the call.
   */
  public void inTurn(LaneTask task) {
    order.run(task);
  }

  @Override
  public <T> void await(CompletionStage<T> stage, Duration atMost, Outcome<T> then) {
    order.await(stage, atMost, then);
  }

  /** Does this after a delay, unless the call ends before. */
  public Lane.Cancellable after(Duration delay, LaneTask task) {
    Lane.Cancellable timer = schedule(delay, task);
    timers.add(timer);
    return timer;
  }

  /** Does this when the call has its record; at once when it has. */
  public void atEnd(Runnable action) {
    if (recorded()) {
      action.run();
    } else {
      atEnd.add(action);
    }
  }

  /** Does this last of all that happens at the end of the call; at once when that is past. */
  public void afterEnd(LaneTask task) {
    if (recorded()) {
      guard(task);
    } else {
      afterEnd.add(task);
    }
  }

  /** Does this when the call has ended and nothing is owed to or by its sides. */
  public void atRest(Runnable action) {
    atRest.add(action);
  }

  void legReached(LegState state) {
    if (state == LegState.CONFIRMED && isConfirmed(caller) && isConfirmed(called)) {
      keeper.acknowledged();
    }
    if (state == LegState.ENDED && recorded() && isOver(caller) && isOver(called)) {
      timers.forEach(Lane.Cancellable::cancel);
      timers.clear();
      atRest.forEach(Runnable::run);
      atRest.clear();
    }
  }

  /** A side that never confirms the end is not waited for any longer. */
  private void stopWaiting() {
    if (caller != null) {
      caller.closed();
    }
    if (called != null) {
      called.closed();
    }
  }

  private static boolean isConfirmed(@Nullable Leg leg) {
    return leg != null && leg.state() == LegState.CONFIRMED;
  }

  private static boolean isOver(@Nullable Leg leg) {
    return leg == null || leg.state() == LegState.ENDED;
  }

  /** Does this now; what it throws ends this call. */
  public void guard(LaneTask task) {
    try {
      task.run();
    } catch (Exception e) {
      LOG.error("call {} ends by an unexpected error", call.id(), e);
      fail(Failure.INTERNAL_ERROR);
    }
  }

  /** Ends the call for a reason of our own. */
  public void fail(Failure failure) {
    end(Release.of(failure));
  }

  @Override
  public void fail(Failure failure, String text) {
    end(Release.of(failure, text));
  }

  /** Ends the call, telling both sides the cause. */
  public void end(Release release) {
    end(release, List.of(Reason.of(release.cause())));
  }

  /**
   * Ends the call: gives its media back, writes its record, then ends whichever leg still lives.
   * The first end counts.
   *
   * @param reasons what the legs are told
   */
  public void end(Release release, List<Reason> reasons) {
    if (ending) {
      return;
    }
    ending = true;
    Instant at = Instant.now();
    guard(() -> media.end(statistics -> close(release, reasons, at, statistics)));
  }

  private void close(
      Release release, List<Reason> reasons, Instant at, @Nullable CallStatistics statistics) {
    if (statistics != null) {
      call.media(LegFigures.of(statistics));
    }
    call.end(release, null, at);
    keeper.forget();
    timers.forEach(Lane.Cancellable::cancel);
    timers.clear();
    timers.add(schedule(LONGEST_FAREWELL, this::stopWaiting));
    release(caller, release, reasons);
    release(called, release, reasons);
    atEnd.forEach(Runnable::run);
    atEnd.clear();
    afterEnd.forEach(this::guard);
    afterEnd.clear();
    legReached(LegState.ENDED);
  }

  private void release(@Nullable Leg leg, Release release, List<Reason> reasons) {
    if (leg == null) {
      return;
    }
    try {
      leg.release(release, reasons);
    } catch (Exception e) {
      LOG.warn("call {}: its {} leg could not be told its end", id(), leg.party(), e);
      leg.closed();
    }
  }
}
