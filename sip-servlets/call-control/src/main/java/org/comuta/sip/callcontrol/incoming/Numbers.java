package org.comuta.sip.callcontrol.incoming;

import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import org.comuta.nap.Nap;
import org.comuta.sip.callcontrol.headers.UserPart;
import org.comuta.sip.callcontrol.leg.HeaderPolicy;
import org.jspecify.annotations.Nullable;

/** Who calls whom, read as the origin NAP says. */
record Numbers(String calling, String called) {
  /**
   * Reads them from an INVITE.
   *
   * @param origin NAP the call came from; null when unknown
   */
  static Numbers of(SipServletRequest invite, @Nullable Nap origin) {
    String calling = UserPart.of(invite.getFrom().getURI().toString());
    if (origin != null && origin.assertedIdentityAsOrigin()) {
      Address asserted = HeaderPolicy.assertedIdentity(invite);
      String number = asserted == null ? "" : UserPart.of(asserted.getURI().toString());
      calling = number.isEmpty() ? calling : number;
    }
    boolean requestUri = origin == null || origin.calledNumberFromRequestUri();
    String target =
        requestUri ? invite.getRequestURI().toString() : invite.getTo().getURI().toString();
    return new Numbers(calling, UserPart.of(target));
  }
}
