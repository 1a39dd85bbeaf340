package org.comuta.sip.callcontrol.dialog;

import javax.servlet.sip.SipServletRequest;
import org.comuta.sip.callcontrol.leg.Leg;

/** INVITE within an answered call: hold, change of codecs or addresses, new identity. */
public final class ReinviteHandler {
  /** Asks the other side, whose answer goes back; an error leaves the call as it was. */
  public void handle(Leg leg, SipServletRequest request) throws Exception {
    Offers.relay(leg, request);
  }
}
