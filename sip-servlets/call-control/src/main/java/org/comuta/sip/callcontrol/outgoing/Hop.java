package org.comuta.sip.callcontrol.outgoing;

import java.util.List;
import org.comuta.nap.Nap;
import org.comuta.sip.callcontrol.leg.OurAddresses;

/**
 * Where an INVITE is sent: the destination itself or a proxy before it.
 *
 * @param host name or address, in brackets if IPv6
 * @param port 0 finds it by DNS
 * @param proxy whether it stands before the destination
 */
record Hop(String host, int port, boolean proxy) {

  /** The ways to this NAP, in order of preference. */
  static List<Hop> to(Nap nap) {
    if (nap.proxies().isEmpty()) {
      return List.of(new Hop(OurAddresses.bracketed(nap.domain()), nap.port(), false));
    }
    return nap.proxies().stream().map(proxy -> proxy(proxy, nap.port())).toList();
  }

  /** Reads {@code host}, {@code host:port} or {@code [IPv6]:port}. */
  static Hop proxy(String text, int defaultPort) {
    int colon = text.lastIndexOf(':');
    boolean bareAddress = text.indexOf(':') != colon && !text.startsWith("[");
    if (colon < 0 || bareAddress || text.indexOf(']', colon) >= 0) {
      return new Hop(OurAddresses.bracketed(text), defaultPort, true);
    }
    return new Hop(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)), true);
  }

  /** As it stands in a URI. */
  String hostPort() {
    return port == 0 ? host : host + ':' + port;
  }
}
