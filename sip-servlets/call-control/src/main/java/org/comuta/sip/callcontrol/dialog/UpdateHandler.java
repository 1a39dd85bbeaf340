package org.comuta.sip.callcontrol.dialog;

import javax.servlet.sip.SipServletRequest;
import org.comuta.sip.callcontrol.leg.Leg;

/**
 * UPDATE (RFC 3311). Before the answer none is taken: without 100rel no offer was answered by then.
 */
public final class UpdateHandler {
  /** Asks the other side, whose answer goes back; an error leaves the call as it was. */
  public void handle(Leg leg, SipServletRequest request) throws Exception {
    Offers.relay(leg, request);
  }
}
