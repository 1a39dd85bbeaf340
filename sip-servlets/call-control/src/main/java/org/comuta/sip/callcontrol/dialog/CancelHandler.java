package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.leg.IncomingLeg;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.Messages;

/**
 * CANCEL of an INVITE without final response. The container has answered it, and the INVITE with
 * 487, before it tells us.
 */
public final class CancelHandler {
  /** Ends the call of this leg, or calls its re-INVITE off. */
  public void handle(Leg leg, SipServletRequest cancel) throws IOException {
    if (leg instanceof IncomingLeg caller && caller.waits()) {
      caller.closed();
      List<Reason> reasons = Messages.reasonsOf(cancel);
      Release release = Release.of(Failure.ABANDONED);
      leg.call().end(release, reasons.isEmpty() ? List.of(Reason.of(release.cause())) : reasons);
      return;
    }
    Leg peer = leg.peer();
    SipServletRequest relayed = peer == null ? null : peer.negotiation().sent();
    if (leg.negotiation().received() != null) {
      leg.negotiation().received(null);
      if (relayed != null) {
        relayed.createCancel().send();
      }
    }
  }
}
