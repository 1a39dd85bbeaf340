package org.comuta.sip.callcontrol.resume;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.sip.SipSession;
import org.comuta.admission.Admission;
import org.comuta.call.Attempt;
import org.comuta.call.Call;
import org.comuta.call.MediaRecord;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredCalls.Survivor;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.cause.Failure;
import org.comuta.exchange.Exchange;
import org.comuta.media.MediaEngine;
import org.comuta.nap.MediaMode;
import org.comuta.sip.callcontrol.leg.CallKeeper;
import org.comuta.sip.callcontrol.leg.IncomingLeg;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.OutgoingLeg;
import org.comuta.sip.callcontrol.leg.SipCall;
import org.comuta.sip.callcontrol.leg.SipCalls;
import org.comuta.sip.callcontrol.recovery.Reanchoring;
import org.comuta.sip.callcontrol.timers.LongestCall;
import org.comuta.sip.callcontrol.timers.SilenceWatch;
import org.comuta.sip.container.DialogRecord;
import org.comuta.sip.container.Dialogs;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.SipContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with the answered calls that an earlier process left, each on its lane, before the first
 * message is read. One that cannot go on ends with its record, and whichever side can be told is.
 */
public final class Resumption {
  private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

  /**
   * Requests that the earlier process may have sent after it kept the call last; numbers may be
   * left out (RFC 3261 section 12.2.2).
   */
  private static final int SKIPPED_SEQUENCE_NUMBERS = 10;

  /** How long a caller has to show that it knows of the answer, before it is asked. */
  private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(2);

  /** Some 100 µs a call; this is for a machine that hardly moves. */
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Exchange exchange;
  private final SipCalls calls;
  private final MediaEngine engine;
  private final AtomicInteger resumed = new AtomicInteger();

  public Resumption(Exchange exchange, SipCalls calls, MediaEngine engine) {
    this.exchange = exchange;
    this.calls = calls;
    this.engine = engine;
  }

  /** Goes on with all of them. Blocks until that is done. */
  public void run(SipContainer container) {
    List<Survivor> survivors = exchange.calls().answeredCalls().takeSurvivors();
    if (survivors.isEmpty()) {
      return;
    }
    CountDownLatch done = new CountDownLatch(survivors.size());
    for (Survivor survivor : survivors) {
      Lane lane = container.lanes().ofCallId(survivor.call().caller().protocolCallId());
      lane.execute(
          () -> {
            try {
              resume(survivor, lane, container.dialogs());
            } finally {
              done.countDown();
            }
          });
    }
    try {
      if (!done.await(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("Answered calls are still being resumed; messages are read meanwhile");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.info("{} of {} answered calls go on after the restart", resumed.get(), survivors.size());
  }

  private void resume(Survivor survivor, Lane lane, Dialogs dialogs) {
    AnsweredCall kept = survivor.call();
    Call known = exchange.calls().resume(kept.soFar(), exchange.configuration().current());
    SipCall call = new SipCall(known, lane, engine, CallKeeper.of(dialogs, survivor.kept()));
    takePlaces(call);
    calls.add(call);
    boolean relayed = kept.media() != null;
    known.media(MediaRecord.of(relayed ? MediaMode.BRIDGE : MediaMode.BYPASS));
    SipSession caller = remake(call, kept.caller(), dialogs);
    SipSession called = remake(call, kept.called(), dialogs);
    if (caller != null) {
      new IncomingLeg(call, caller, kept.caller());
    }
    if (called != null) {
      new OutgoingLeg(call, called, kept.called());
    }
    call.guard(
        () -> {
          if (call.caller() == null || call.called() == null) {
            call.fail(Failure.SERVER_RESTARTED);
          } else {
            goOn(call, call.caller(), call.called(), survivor);
          }
        });
  }

  private void takePlaces(SipCall call) {
    Admission admission = exchange.admission();
    String origin = call.call().originNap();
    if (origin != null) {
      admission.countOrigin(origin);
      call.atEnd(() -> admission.leaveOrigin(origin));
    }
    Attempt attempt = call.call().currentAttempt();
    if (attempt != null) {
      admission.countDestination(attempt.route(), attempt.destinationNap());
      call.atEnd(() -> admission.leaveDestination(attempt.route(), attempt.destinationNap()));
    }
  }

  private static @Nullable SipSession remake(SipCall call, AnsweredLeg leg, Dialogs dialogs) {
    try {
      SipSession session =
          dialogs.remake(
              new DialogRecord(
                  leg.begunByPeer(),
                  leg.sessions(),
                  leg.protocolCallId(),
                  leg.localTag(),
                  leg.remoteTag(),
                  leg.localParty(),
                  leg.remoteParty(),
                  leg.remoteTarget(),
                  leg.routes(),
                  leg.localSequence() + SKIPPED_SEQUENCE_NUMBERS,
                  leg.remoteSequence(),
                  leg.transport(),
                  leg.outbound()));
      session.getApplicationSession().setExpires(0);
      return session;
    } catch (RuntimeException e) {
      LOG.error("call {}: dialog {} cannot go on", call.id(), leg.protocolCallId(), e);
      return null;
    }
  }

  private void goOn(SipCall call, Leg caller, Leg called, Survivor survivor) throws Exception {
    AnsweredCall kept = survivor.call();
    if (kept.media() != null) {
      Reanchoring.resume(call, kept.media());
    }
    SilenceWatch.begin(caller, kept.caller().inactivitySeconds());
    SilenceWatch.begin(called, kept.called().inactivitySeconds());
    if (!survivor.acknowledged()) {
      // The called side needs not be asked: it repeats its answer until it is acknowledged.
      SilenceWatch.askIfNotHeard(caller, UNACKNOWLEDGED);
    }
    if (kept.endsAt() != null) {
      LongestCall.endAt(call, kept.endsAt());
    }
    call.keep();
    resumed.incrementAndGet();
  }
}
