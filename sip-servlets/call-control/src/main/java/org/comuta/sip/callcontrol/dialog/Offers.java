package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.leg.HeaderPolicy;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.Negotiation.Obstacle;
import org.comuta.sip.callcontrol.leg.Refusals;
import org.comuta.sip.callcontrol.media.Meaning;
import org.comuta.sip.callcontrol.media.Passage;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;

/** How a request with an offer goes from one leg of an answered call to the other. */
final class Offers {
  private static final int LONGEST_RETRY_SECONDS = 10;

  private Offers() {}

  /**
   * Sends the request on to the other side, or answers it when that cannot be: 420, 491, or 500
   * with Retry-After (RFC 3261 section 14.2, RFC 3311 section 5.2).
   */
  static void relay(Leg leg, SipServletRequest request) throws Exception {
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
    leg.negotiation().received(request);
    leg.call()
        .media()
        .pass(leg.side(), Meaning.OFFER, Messages.bodyOf(request), new Onward(leg, peer, request));
  }

  static void refuse(SipServletRequest request, int status) throws IOException {
    Messages.respond(request, status).send();
  }

  /** A request with an offer on its way to the other side. */
  private record Onward(Leg leg, Leg peer, SipServletRequest request) implements Passage {
    @Override
    public void passed(Passable body) throws Exception {
      if (calledOff()) {
        leg.call().media().withdraw();
        return;
      }
      SipServletRequest onward = peer.createRequest(request.getMethod());
      onward.setHeader("Allow", Messages.ALLOW);
      HeaderPolicy.copy(request, onward, peer.ourHost());
      Messages.setBody(onward, body.towards(peer.origin()));
      peer.negotiation().sent(onward);
      new OfferResponses(leg, peer, request).send(onward);
    }

    @Override
    public void refused(UnacceptableBodyException why) throws IOException {
      giveUp(why.sipStatus());
    }

    @Override
    public boolean failed(Failure failure) throws IOException {
      giveUp(failure.sipStatus());
      return failure != Failure.MEDIA_ENGINE_LOST;
    }

    private void giveUp(int status) throws IOException {
      leg.call().media().withdraw();
      if (!calledOff()) {
        leg.negotiation().received(null);
        refuse(request, status);
      }
    }

    /** Whether the asking side cancelled it before it could be sent on. */
    private boolean calledOff() {
      return !request.equals(leg.negotiation().received());
    }
  }
}
