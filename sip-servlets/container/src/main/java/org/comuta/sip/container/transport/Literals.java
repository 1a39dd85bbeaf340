package org.comuta.sip.container.transport;

import gov.nist.core.HostPort;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Reads addresses without ever asking a name server, which would block a lane. */
final class Literals {

  private Literals() {}

  static InetAddress address(HostPort target) throws UnknownHostException {
    String host = target.getHost().getHostname();
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    try {
      return InetAddress.ofLiteral(bracketed ? host.substring(1, host.length() - 1) : host);
    } catch (IllegalArgumentException name) {
      throw new UnknownHostException(host);
    }
  }
}
