package org.comuta.sip.callcontrol.media;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.comuta.call.RelayedMedia;
import org.comuta.cause.Failure;
import org.comuta.media.CallMedia;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaException;
import org.comuta.media.Side;
import org.comuta.network.Addresses;
import org.comuta.sdp.SessionDescription;
import org.comuta.sip.callcontrol.sdp.Body;
import org.comuta.sip.callcontrol.sdp.DescriptionRewrite;
import org.comuta.sip.callcontrol.sdp.OriginLine;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a call's media, and of the bodies that describe it. Media that bypass the exchange
 * need no engine: descriptions pass at once. Relayed media wait for the engine, and the call with
 * them ({@link Turns}). Confined to the lane of the call.
 */
public final class MediaPath {
  /** An engine answers within milliseconds; one that does not is counted as lost. */
  private static final Duration LONGEST_CHANGE = Duration.ofSeconds(2);

  /** How long the end of a call may wait to know how its media was. */
  private static final Duration LONGEST_END = Duration.ofMillis(500);

  private static final Passage NOTHING_PASSES =
      new Passage() {
        @Override
        public void passed(Passable body) {}

        @Override
        public void refused(UnacceptableBodyException why) {}
      };

  private static final Logger LOG = LoggerFactory.getLogger(MediaPath.class);

  private final String callId;
  private final Turns turns;
  private final MediaEngine engine;
  private @Nullable Relay relay;
  private boolean relayed;
  private CallMedia asked;
  private boolean touched;
  private boolean lost;

  public MediaPath(String callId, Turns turns, MediaEngine engine) {
    this.callId = callId;
    this.turns = turns;
    this.engine = engine;
    this.asked = nothing();
  }

  private CallMedia nothing() {
    return new CallMedia(callId, List.of(), Duration.ZERO);
  }

  /** From now on media bypass the exchange: the destination now tried wants it so. */
  public void bypass() {
    relayed = false;
  }

  /** From now on media is relayed, between the caller and the destination now tried. */
  public void relay(SideTerms caller, SideTerms called) {
    relayed = true;
    if (relay == null) {
      relay = new Relay(callId, caller, called);
    } else {
      relay.calledSide(called);
    }
  }

  /** Whether media is relayed. */
  public boolean relayed() {
    return relayed;
  }

  /** Tells where the signalling of this side comes from. */
  public void trust(Side side, @Nullable String address) {
    String literal = address == null ? null : Addresses.canonical(address);
    if (relay != null && relayed && literal != null) {
      relay.trust(side, literal);
    }
  }

  /**
   * The call is answered: with the next description, media is expected to flow.
   *
   * @param silenceLimit zero for no limit
   */
  public void answered(Duration silenceLimit) {
    if (relay != null && relayed) {
      relay.watchSilence(silenceLimit);
    }
  }

  /** A body of this side is on its way to the other. */
  public void pass(Side from, Meaning meaning, @Nullable Body body, Passage passage)
      throws Exception {
    if (relay == null || !relayed) {
      settle(passage, origin -> body == null ? null : body.towards(origin));
      return;
    }
    SessionDescription described;
    try {
      described = body == null ? null : Descriptions.in(body);
      if (described != null) {
        take(relay, from, meaning, described);
      }
    } catch (UnacceptableBodyException e) {
      passage.refused(e);
      return;
    }
    Relay way = relay;
    boolean tells = described != null;
    ask(way.media(), passage, () -> settle(passage, passable(way, meaning, body, tells)));
  }

  private static void take(Relay relay, Side from, Meaning meaning, SessionDescription described)
      throws UnacceptableBodyException {
    switch (meaning) {
      case OFFER -> relay.offer(from, described);
      case ANSWER -> relay.answer(from, described);
    }
  }

  private static Passage.Passable passable(
      Relay relay, Meaning meaning, @Nullable Body body, boolean tells) {
    if (body == null || !tells) {
      return origin -> body == null ? null : body.towards(Descriptions.UNTOLD);
    }
    SessionDescription ours =
        switch (meaning) {
          case OFFER -> relay.offerToTell();
          case ANSWER -> relay.answerToTell();
        };
    return origin -> body.towards(theirs -> origin.tell(ours));
  }

  /** A body that describes nothing anybody asked for, as the other side may see it. */
  public @Nullable Body other(@Nullable Body body, DescriptionRewrite bypassing)
      throws UnacceptableBodyException {
    if (body == null) {
      return null;
    }
    return body.towards(relayed ? Descriptions.UNTOLD : bypassing);
  }

  /** The offer under way was refused, or will not be answered: media stays as it was. */
  public void withdraw() {
    if (relay != null && relayed) {
      relay.withdraw();
      CallMedia before = relay.media();
      if (!before.equals(asked)) {
        asked = before;
        var _ = begun(() -> engine.set(before));
      }
    }
  }

  private void ask(CallMedia wanted, Passage passage, Step then) throws Exception {
    if (wanted.equals(asked)) {
      then.run();
      return;
    }
    touched = true;
    turns.await(
        begun(() -> engine.set(wanted)),
        LONGEST_CHANGE,
        (ports, failure) -> {
          if (turns.over()) {
            return;
          }
          if (failure != null) {
            failed(failure, passage);
          } else if (ports != null && relay != null) {
            asked = wanted;
            relay.ports(ports);
            then.run();
          }
        });
  }

  private static <T> CompletionStage<T> begun(Supplier<CompletionStage<T>> request) {
    try {
      return request.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /** Something to be done once the engine is ready. */
  public interface Step {
    void run() throws Exception;
  }

  private void failed(MediaException failure, Passage passage) throws Exception {
    LOG.warn("call {}: media cannot be relayed: {}", callId, failure.getMessage());
    Failure reason = MediaFailures.reasonOf(failure);
    if (!passage.failed(reason)) {
      turns.fail(reason, "");
    }
  }

  private static void settle(Passage passage, Passage.Passable body) throws Exception {
    try {
      passage.passed(body);
    } catch (UnacceptableBodyException e) {
      passage.refused(e);
    }
  }

  /** What another process must know to go on with relayed media; null for media that is not. */
  public @Nullable RelayedMedia kept() {
    return relay == null || !relayed ? null : relay.kept();
  }

  /**
   * Goes on with the media of an answered call of an earlier process. It counts as lost until it is
   * {@link #reopen opened again}, which changes nothing at an engine that holds it still.
   */
  public void resume(RelayedMedia known) {
    relay = new Relay(callId, known);
    relayed = true;
    touched = true;
    lost = true;
  }

  /** The engine is gone, and what it held for this call. */
  public void lost() {
    lost = true;
  }

  public boolean isLost() {
    return lost;
  }

  /** The engine is there again and holds the call as before. */
  public void found() {
    lost = false;
  }

  /** What comes of {@link #reopen}. */
  public interface Reopened {
    /**
     * The media flows again.
     *
     * @param elsewhere whether through other ports, which both sides must be told
     */
    void opened(boolean elsewhere) throws Exception;

    /** There is no engine yet. */
    void noEngine() throws Exception;
  }

  /** Asks the engine for what was agreed on, whether it holds it still or is another one. */
  public void reopen(Reopened then) throws Exception {
    if (relay == null) {
      return;
    }
    CallMedia wanted = relay.media();
    turns.await(
        begun(() -> engine.set(wanted)),
        LONGEST_CHANGE,
        (ports, failure) -> {
          if (turns.over() || relay == null) {
            return;
          }
          if (ports != null) {
            asked = wanted;
            touched = true;
            lost = false;
            then.opened(relay.ports(ports));
          } else if (failure != null && failure.kind() == MediaException.Kind.ENGINE_LOST) {
            then.noEngine();
          } else if (failure != null) {
            turns.fail(MediaFailures.reasonOf(failure), "");
          }
        });
  }

  /** What this side is told anew of what was agreed on: the same, at our present ports. */
  public Body anew(Side to, OriginLine origin) {
    if (relay == null) {
      throw new IllegalStateException("not relayed");
    }
    return new Body(origin.tell(relay.agreedToTell(to)), "application/sdp");
  }

  /** This side answered what it was told anew. */
  public void takenAnew(Side from, @Nullable Body body) throws Exception {
    if (relay == null || body == null) {
      return;
    }
    try {
      SessionDescription described = Descriptions.in(body);
      if (described != null) {
        relay.answerAnew(from, described);
        ask(relay.media(), NOTHING_PASSES, () -> {});
      }
    } catch (UnacceptableBodyException e) {
      turns.fail(Failure.MEDIA_ENGINE_LOST, String.valueOf(e.getMessage()));
    }
  }

  /** Told how the media of an ended call was; null when it was not relayed, or nobody knows. */
  public interface Farewell {
    void told(@Nullable CallStatistics statistics) throws Exception;
  }

  /** Gives back all that the engine holds for the call, which has ended. */
  public void end(Farewell farewell) throws Exception {
    if (!touched) {
      farewell.told(null);
      return;
    }
    touched = false;
    CompletionStage<CallStatistics> end = begun(() -> engine.end(callId));
    turns.await(end, LONGEST_END, (statistics, failure) -> farewell.told(statistics));
  }

  /** How the media is now; completes on a thread of the engine's. Any thread. */
  public CompletionStage<CallStatistics> statistics() {
    return engine.statistics(callId);
  }
}
