package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.sip.callcontrol.headers.Reason;
import org.comuta.sip.callcontrol.leg.Leg;
import org.comuta.sip.callcontrol.leg.LegState;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.Releases;

/** BYE of either side: ends the call, the reasons pass to the other side. */
public final class ByeHandler {
  /** Ends the call of this leg. */
  public void handle(Leg leg, SipServletRequest bye) throws IOException {
    if (leg.party() == Party.CALLED && leg.state() == LegState.EARLY) {
      // RFC 3261 section 15: only the caller may end an early dialog by BYE.
      Messages.respond(bye, 481).send();
      return;
    }
    boolean answered = leg.call().answered();
    List<Reason> reasons = Messages.reasonsOf(bye);
    Release release =
        answered ? Releases.hungUp(leg.party(), reasons) : Release.of(Failure.ABANDONED);
    List<Reason> told = reasons.isEmpty() ? List.of(Reason.of(Cause.NORMAL_CLEARING)) : reasons;
    if (answered || leg.call().ended()) {
      leg.closed();
    }
    // A leg not yet answered is still owed the final response to its INVITE.
    leg.call().end(release, told);
    // Last: who is told that the call has ended can rely on its record.
    leg.call().afterEnd(() -> Messages.respond(bye, 200).send());
  }
}
