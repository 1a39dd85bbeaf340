package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import org.comuta.sip.callcontrol.leg.Leg;

/** ACK of a 2xx we sent: lets the other side have its own, and whatever stands in it. */
public final class AckHandler {
  /** Takes an ACK of this leg. */
  public void handle(Leg leg, SipServletRequest ack) throws IOException {
    leg.acknowledged(ack);
  }
}
