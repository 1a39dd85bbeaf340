package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.Responses;
import org.comuta.sip.callcontrol.sdp.UnacceptableBodyException;

/** INFO (RFC 6086, and the older uses for digits): passes with its body, its answer goes back. */
public final class InfoHandler {
  /** Asks the other side. */
  public void handle(Leg leg, SipServletRequest info) throws IOException {
    Leg peer = leg.peer();
    if (leg.call().ended() || peer == null || !reachable(peer.state())) {
      Messages.respond(info, leg.call().ended() ? 481 : 480).send();
      return;
    }
    SipServletRequest onward = peer.createRequest("INFO");
    try {
      Messages.setBody(onward, leg.call().media().other(Messages.bodyOf(info), peer.origin()));
    } catch (UnacceptableBodyException e) {
      Offers.refuse(info, e.sipStatus());
      return;
    }
    new InfoResponses(peer, info).send(onward);
  }

  private static boolean reachable(LegState state) {
    return switch (state) {
      case EARLY, ANSWERED, CONFIRMED -> true;
      case CALLING, CANCELLING, ENDING, LEAVING, ENDED -> false;
    };
  }

  private record InfoResponses(Leg asked, SipServletRequest info) implements Responses {
    @Override
    public void success(SipServletResponse response) throws IOException {
      Messages.respond(info, 200).send();
    }

    @Override
    public void failure(SipServletResponse response) throws IOException {
      int status = response.getStatus();
      Messages.respond(info, status < 400 || status == 401 || status == 407 ? 403 : status).send();
      if (asked.call().answered() && (status == 408 || status == 481)) {
        asked.call().fail(asked.unreachable());
      }
    }
  }
}
