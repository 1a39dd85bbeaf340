package org.comuta.sip.callcontrol.outgoing;

import java.util.Locale;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.comuta.interfaces.Interfaces;
import org.comuta.nap.Nap;
import org.comuta.routing.Candidate;
import org.comuta.sip.callcontrol.headers.DisplayName;
import org.comuta.sip.callcontrol.headers.UserPart;
import org.comuta.sip.callcontrol.leg.HeaderPolicy;
import org.comuta.sip.callcontrol.leg.Messages;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.leg.OurPort;

/**
 * Writes the INVITE to a destination: a dialog of our own that shares nothing with the caller's.
 */
public final class OutgoingInvites {
  private static final int MOST_FORWARDS = 70;

  private final SipFactory factory;
  private final OurAddresses ours;

  public OutgoingInvites(SipFactory factory, OurAddresses ours) {
    this.factory = factory;
    this.ours = ours;
  }

  /** Where we are towards this NAP. */
  OurPort towards(Nap nap, Interfaces interfaces) {
    return ours.towards(nap, interfaces);
  }

  /**
   * A new INVITE without body, which leaves by this port. The container writes the name of the
   * application session into tags and branches; one for each leg leaves nothing in them by which
   * two legs could be matched.
   */
  SipServletRequest write(SipServletRequest from, Candidate candidate, Hop hop, OurPort port)
      throws ServletParseException {
    Nap nap = candidate.destination();
    String transport = ";transport=" + nap.transport().name().toLowerCase(Locale.ROOT);
    String called = UserPart.escape(candidate.calledNumber());
    String target = hop.direct() ? hop.hostPort() : domainPort(nap);
    SipApplicationSession sessions = factory.createApplicationSession();
    sessions.setExpires(0);
    SipServletRequest invite =
        factory.createRequest(sessions, "INVITE", fromOf(from, candidate, port), toOf(candidate));
    ours.leave(invite.getSession(), port);
    invite.setRequestURI(factory.createURI("sip:" + at(called) + target + transport));
    if (!hop.direct()) {
      invite.pushRoute((SipURI) factory.createURI("sip:" + hop.hostPort() + transport + ";lr"));
    }
    int received = from.getMaxForwards();
    invite.setMaxForwards(received < 0 ? MOST_FORWARDS : Math.min(received - 1, MOST_FORWARDS));
    invite.setHeader("Allow", Messages.ALLOW);
    Messages.name(invite);
    passIdentity(from, invite, candidate, OurAddresses.bracketed(port.host()));
    return invite;
  }

  private Address fromOf(SipServletRequest from, Candidate candidate, OurPort port)
      throws ServletParseException {
    Nap nap = candidate.destination();
    String host = nap.fromOverride().isEmpty() ? port.hostPort() : nap.fromOverride();
    String user =
        candidate.callingNumber().isEmpty()
            ? "anonymous"
            : UserPart.escape(candidate.callingNumber());
    Address address = factory.createAddress(factory.createURI("sip:" + at(user) + host));
    String name = DisplayName.clean(from.getFrom().getDisplayName());
    if (name != null) {
      address.setDisplayName(name);
    }
    return address;
  }

  private Address toOf(Candidate candidate) throws ServletParseException {
    Nap nap = candidate.destination();
    String host = nap.portInTo() ? domainPort(nap) : OurAddresses.bracketed(nap.domain());
    String called = UserPart.escape(candidate.calledNumber());
    return factory.createAddress(factory.createURI("sip:" + at(called) + host));
  }

  private static void passIdentity(
      SipServletRequest from, SipServletRequest invite, Candidate candidate, String ourHost) {
    HeaderPolicy.copy(from, invite, ourHost);
    Address asserted = HeaderPolicy.assertedIdentity(from);
    if (asserted != null
        && UserPart.of(asserted.getURI().toString()).equals(UserPart.of(callerOf(from)))) {
      // The same number in both headers stays the same when a route rewrites it.
      HeaderPolicy.assertIdentity(
          invite, candidate.callingNumber(), asserted.getDisplayName(), ourHost);
    }
  }

  private static String callerOf(SipServletRequest invite) {
    return invite.getFrom().getURI().toString();
  }

  private static String at(String user) {
    return user.isEmpty() ? "" : user + '@';
  }

  private static String domainPort(Nap nap) {
    String domain = OurAddresses.bracketed(nap.domain());
    return nap.port() == 0 ? domain : domain + ':' + nap.port();
  }
}
