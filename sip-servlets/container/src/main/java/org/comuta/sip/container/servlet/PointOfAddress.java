package org.comuta.sip.container.servlet;

import gov.nist.javax.sip.ListeningPointExt;
import java.util.List;
import javax.sip.SipProvider;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.ExtendedListeningPoint;

/**
 * A port as Restcomm knows it. Restcomm looks for the one a session goes out by with the host of a
 * URI, in which an IPv6 address has brackets.
 */
public final class PointOfAddress extends ExtendedListeningPoint {
  private final List<String> spellings;

  public PointOfAddress(
      SipProvider provider, ListeningPointExt listeningPoint, SipConnector connector) {
    super(provider, listeningPoint, connector);
    String address = listeningPoint.getIPAddress();
    spellings = address.indexOf(':') < 0 ? List.of(address) : List.of(address, '[' + address + ']');
  }

  @Override
  public List<String> getIpAddresses() {
    // The constructor of the super class asks before there is an answer.
    return spellings == null ? super.getIpAddresses() : spellings;
  }
}
