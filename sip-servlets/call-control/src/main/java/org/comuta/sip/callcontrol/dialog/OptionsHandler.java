package org.comuta.sip.callcontrol.dialog;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.sip.callcontrol.leg.Messages;

/**
 * OPTIONS, outside and inside of dialogs: answered here, because it asks whether the next hop lives
 * and what it takes (RFC 3261 section 11).
 */
public final class OptionsHandler {
  /** Says what we take. */
  public void handle(SipServletRequest options) throws IOException {
    SipServletResponse response = Messages.respond(options, 200);
    response.setHeader("Allow", Messages.ALLOW);
    response.setHeader("Accept", "application/sdp, multipart/mixed");
    response.setHeader("Accept-Encoding", "identity");
    response.send();
  }
}
