package org.comuta.sip.callcontrol.dialog;

import javax.servlet.sip.SipServletRequest;
import org.comuta.sip.callcontrol.leg.Leg;

/** ACK of a 2xx we sent: lets the other side have its own, and whatever stands in it. */
public final class AckHandler {
  /** Takes an ACK of this leg. */
  public void handle(Leg leg, SipServletRequest ack) throws Exception {
    leg.acknowledged(ack);
  }
}
