package org.comuta.sip.callcontrol.recovery;

import java.io.IOException;
import java.time.Duration;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.call.RelayedMedia;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.leg.SipCall;
import org.comuta.sip.callcontrol.media.MediaPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the media of an answered call to another engine: opens ports there, and tells both sides
 * by re-INVITE (RFC 3261 section 14) where they are. A side that does not agree ends the call.
 */
public final class Reanchoring {
  private static final Logger LOG = LoggerFactory.getLogger(Reanchoring.class);

  /** How long an answered call may be without an engine. */
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private Reanchoring() {}

  /** The media of this answered call is lost: waits a few seconds for an engine that takes it. */
  static void await(SipCall call) {
    call.after(
        LONGEST_OUTAGE,
        () -> {
          if (call.media().isLost()) {
            call.fail(Failure.MEDIA_ENGINE_LOST);
          }
        });
  }

  /** Goes on with the media of an answered call that an earlier process left. */
  public static void resume(SipCall call, RelayedMedia known) throws Exception {
    call.media().resume(known);
    await(call);
    begin(call);
  }

  /** There may be an engine again. */
  static void begin(SipCall call) throws Exception {
    Leg caller = call.caller();
    Leg called = call.called();
    if (!call.media().isLost() || call.ended()) {
      return;
    }
    if (caller == null || called == null || busy(caller) || busy(called)) {
      // Something is under way, or an ACK; there is a limit to how often this is asked.
      call.after(PATIENCE, () -> begin(call));
      return;
    }
    call.media().reopen(new Anew(call, caller, called));
  }

  private record Anew(SipCall call, Leg caller, Leg called) implements MediaPath.Reopened {
    @Override
    public void opened(boolean elsewhere) throws IOException {
      if (elsewhere) {
        LOG.info("call {}: its media goes on through other ports", call.id());
        tell(caller);
        tell(called);
      }
      call.keep();
    }

    @Override
    public void noEngine() {
      call.after(PATIENCE, () -> begin(call));
    }
  }

  private static boolean busy(Leg leg) {
    return leg.state() != LegState.CONFIRMED || leg.negotiation().obstacle() != null;
  }

  private static void tell(Leg leg) throws IOException {
    SipServletRequest request = leg.createRequest("INVITE");
    request.setHeader("Allow", Messages.ALLOW);
    Messages.setBody(request, leg.call().media().anew(leg.side(), leg.origin()));
    leg.negotiation().sent(request);
    new Answer(leg).send(request);
  }

  private record Answer(Leg leg) implements Responses {
    @Override
    public void success(SipServletResponse response) throws Exception {
      Messages.name(response.createAck()).send();
      leg.negotiation().sent(null);
      if (!leg.call().ended()) {
        leg.call().media().takenAnew(leg.side(), Messages.bodyOf(response));
      }
    }

    @Override
    public void failure(SipServletResponse response) {
      leg.negotiation().sent(null);
      leg.call().fail(Failure.MEDIA_ENGINE_LOST, leg.party() + " answered " + response.getStatus());
    }
  }
}
