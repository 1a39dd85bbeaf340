package org.comuta.sip.container.servlet;

import java.text.ParseException;
import javax.servlet.sip.SipSession;
import javax.sip.address.SipURI;
import org.comuta.sip.container.SipStatus.Listening;
import org.mobicents.servlet.sip.address.AddressImpl.ModifiableRule;
import org.mobicents.servlet.sip.address.SipURIImpl;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** By which of our ports the messages of a session leave (JSR 289 section 14.2). */
public final class Outbound {

  private Outbound() {}

  /** The port as Restcomm keeps it. */
  public static String uri(Listening port) {
    String address = port.address();
    String host = address.indexOf(':') < 0 ? address : '[' + address + ']';
    return "sip:" + host + ':' + port.port() + ";transport=" + port.transport();
  }

  /** Reads such a text. */
  static SipURI parsed(String uri) {
    try {
      return (SipURI) SipFactoryImpl.addressFactory.createURI(uri);
    } catch (ParseException e) {
      throw new IllegalArgumentException("no port: " + uri, e);
    }
  }

  /**
   * Chooses it.
   *
   * @throws IllegalArgumentException when it is not open
   */
  public static void choose(SipSession session, String uri) {
    ((MobicentsSipSession) session)
        .setOutboundInterface(new SipURIImpl(parsed(uri), ModifiableRule.NotModifiable));
  }

  /** What was chosen; empty for the container's own port. */
  static String of(MobicentsSipSession session) {
    String chosen = session.getOutboundInterface();
    return chosen == null ? "" : chosen;
  }
}
