package org.comuta.network;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Host names (RFC 1123 section 2.1) and literal addresses, as text. Nothing here asks a name
 * server.
 */
public final class Addresses {
  private static final Pattern IPV4 =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}"
              + "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");
  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
  private static final Pattern HOST_NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+\\.?");

  // Without this, 300.1.1.1 would be a name.
  private static final Pattern NUMERIC_END = Pattern.compile(".*?(?:^|\\.)[0-9]+\\.?");
  private static final String BROADCAST = "255.255.255.255";
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_IPV6 = 45;

  private Addresses() {}

  /**
   * The one spelling of a literal IPv4 or IPv6 address, without brackets and zone; an IPv4 address
   * within IPv6 becomes IPv4. Null when the text is not a literal address.
   */
  public static @Nullable String canonical(String text) {
    if (text.indexOf(':') < 0) {
      return IPV4.matcher(text).matches() ? text : null;
    }
    int zone = text.indexOf('%');
    String address = zone < 0 ? text : text.substring(0, zone);
    if (address.length() > LONGEST_IPV6) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(address).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  /** Whether this is a literal address without a zone. */
  public static boolean isAddress(String text) {
    return text.indexOf('%') < 0 && canonical(text) != null;
  }

  /**
   * Whether this host may be one alone: a name, or a literal address that is neither unspecified,
   * multicast nor the limited broadcast address (RFC 6890 section 2.2, RFC 919).
   */
  public static boolean mayBeOneHost(String host) {
    String literal = canonical(host);
    if (literal == null) {
      return true;
    }
    InetAddress address = InetAddress.ofLiteral(literal);
    return !address.isAnyLocalAddress()
        && !address.isMulticastAddress()
        && !literal.equals(BROADCAST);
  }

  /** Whether this is a host name or a literal address. */
  public static boolean isHost(String text) {
    return isAddress(text)
        || (text.length() <= LONGEST_NAME
            && HOST_NAME.matcher(text).matches()
            && !NUMERIC_END.matcher(text).matches());
  }

  /** Whether a host is this machine by what is written, whatever a name server says. */
  public static boolean isOfThisMachine(String host) {
    return host.equalsIgnoreCase("localhost") || host.matches("127[.][0-9.]+|::1");
  }
}
