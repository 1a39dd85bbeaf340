package org.comuta.sdp;

import java.util.Locale;
import org.comuta.network.Addresses;

/**
 * An address of the Internet as descriptions tell it, {@code IN IP4 192.0.2.1} (RFC 8866 section
 * 5.7). A host name may stand in it; only literal addresses can be used.
 *
 * @param family {@code IP4} or {@code IP6}
 * @param host literal address or name; the time to live of a multicast address belongs to it
 */
public record NetworkAddress(String family, String host) {
  public NetworkAddress {
    if (!family.equals("IP4") && !family.equals("IP6")) {
      throw new IllegalArgumentException("no proper address family");
    }
    Grammar.word("address", host);
  }

  /** The address of this literal. */
  public static NetworkAddress of(String literal) {
    return new NetworkAddress(literal.indexOf(':') < 0 ? "IP4" : "IP6", literal);
  }

  /** Whether it is a literal address of its family, and not of a group. */
  public boolean isUnicastLiteral() {
    return isLiteral() && !isMulticast();
  }

  private boolean isLiteral() {
    // An IPv4 address within IPv6 is none of IPv6 that could be reached.
    String canonical = Addresses.isAddress(host) ? Addresses.canonical(host) : null;
    return canonical != null && (canonical.indexOf(':') >= 0) == isIp6();
  }

  private boolean isMulticast() {
    if (isIp6()) {
      return host.toLowerCase(Locale.ROOT).startsWith("ff");
    }
    int first = Integer.parseInt(host.substring(0, host.indexOf('.')));
    return first >= 224;
  }

  /** Whether it stands for no address: nothing may be sent there (RFC 3264 section 8.4). */
  public boolean isUnspecified() {
    String canonical = Addresses.canonical(host);
    return canonical != null
        && (canonical.equals("0.0.0.0") || canonical.equals("0:0:0:0:0:0:0:0"));
  }

  public boolean isIp6() {
    return family.equals("IP6");
  }

  /** As it stands in a line. */
  @Override
  public String toString() {
    return "IN " + family + ' ' + host;
  }
}
