package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.sip.callcontrol.leg.HeaderPolicy;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.Negotiation.Obstacle;
import org.comuta.sip.callcontrol.leg.Refusals;
import org.comuta.sip.callcontrol.sdp.Body;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;
import org.jspecify.annotations.Nullable;

/** How a request with an offer goes from one leg of an answered call to the other. */
final class Offers {
  private static final int LONGEST_RETRY_SECONDS = 10;

  private Offers() {}

  /**
   * Sends the request on to the other side, or answers it when that cannot be: 420, 491, or 500
   * with Retry-After (RFC 3261 section 14.2, RFC 3311 section 5.2).
   */
  static void relay(Leg leg, SipServletRequest request) throws IOException {
    Leg peer = leg.peer();
    if (peer == null || !leg.call().answered() || leg.state() == LegState.ENDED) {
      refuse(request, leg.call().ended() ? 481 : 491);
      return;
    }
    if (!Refusals.required(request).isEmpty()) {
      SipServletResponse unsupported = Messages.respond(request, 420);
      Refusals.nameUnsupported(unsupported, request);
      unsupported.send();
      return;
    }
    Obstacle obstacle = leg.negotiation().obstacle();
    if (obstacle == Obstacle.THEIRS) {
      SipServletResponse busy = Messages.respond(request, 500);
      int seconds = ThreadLocalRandom.current().nextInt(LONGEST_RETRY_SECONDS + 1);
      busy.setHeader("Retry-After", Integer.toString(seconds));
      busy.send();
      return;
    }
    boolean peerBusy = peer.state() != LegState.CONFIRMED || peer.negotiation().obstacle() != null;
    if (obstacle == Obstacle.OURS || peerBusy) {
      refuse(request, 491);
      return;
    }
    send(leg, peer, request);
  }

  private static void send(Leg leg, Leg peer, SipServletRequest request) throws IOException {
    SipServletRequest onward = peer.createRequest(request.getMethod());
    onward.setHeader("Allow", Messages.ALLOW);
    try {
      pass(request, onward, peer);
    } catch (UnacceptableBodyException e) {
      refuse(request, e.sipStatus());
      return;
    }
    leg.negotiation().received(request);
    peer.negotiation().sent(onward);
    new OfferResponses(leg, peer, request).send(onward);
  }

  /** Copies to the other side what passes. */
  static void pass(SipServletMessage from, SipServletMessage to, Leg towards)
      throws IOException, UnacceptableBodyException {
    HeaderPolicy.copy(from, to, towards.ourHost());
    Messages.setBody(to, towards(Messages.bodyOf(from), towards));
  }

  /** This body as this leg may see it. */
  static @Nullable Body towards(@Nullable Body body, Leg leg) throws UnacceptableBodyException {
    return body == null ? null : body.towards(leg.origin());
  }

  static void refuse(SipServletRequest request, int status) throws IOException {
    Messages.respond(request, status).send();
  }
}
