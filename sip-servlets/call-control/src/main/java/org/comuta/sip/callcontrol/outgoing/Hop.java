package org.comuta.sip.callcontrol.outgoing;

import java.util.List;
import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;
import org.comuta.sip.callcontrol.leg.OurAddresses;

/**
 * Where an INVITE is sent.
 *
 * @param host address, in brackets if IPv6; a name only when the snapshot has no address for it
 * @param port 0 finds it by DNS
 * @param direct whether it is the destination as its Request-URI names it; else it stands in a
 *     Route before it: a proxy, or one of the addresses of a name
 */
public record Hop(String host, int port, boolean direct) {

  /** The ways to this NAP, in order of preference. Names were resolved with the snapshot. */
  public static List<Hop> to(Nap nap, NapTable naps) {
    List<String> proxies = nap.proxies();
    if (proxies.isEmpty()) {
      Hop domain = new Hop(OurAddresses.bracketed(nap.domain()), nap.port(), true);
      return domain.resolved(naps);
    }
    return proxies.stream()
        .flatMap(proxy -> proxy(proxy, nap.port()).resolved(naps).stream())
        .toList();
  }

  private List<Hop> resolved(NapTable naps) {
    List<String> addresses = naps.addressesOf(host);
    if (addresses.isEmpty()
        || addresses.stream().map(OurAddresses::bracketed).anyMatch(host::equals)) {
      return List.of(this);
    }
    return addresses.stream()
        .map(address -> new Hop(OurAddresses.bracketed(address), port, false))
        .toList();
  }

  /** Reads {@code host}, {@code host:port} or {@code [IPv6]:port}. */
  static Hop proxy(String text, int defaultPort) {
    int colon = text.lastIndexOf(':');
    boolean bareAddress = text.indexOf(':') != colon && !text.startsWith("[");
    if (colon < 0 || bareAddress || text.indexOf(']', colon) >= 0) {
      return new Hop(OurAddresses.bracketed(text), defaultPort, false);
    }
    return new Hop(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)), false);
  }

  /** The host without brackets. */
  public String address() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** As it stands in a URI. */
  public String hostPort() {
    return port == 0 ? host : host + ':' + port;
  }
}
