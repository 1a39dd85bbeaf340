package org.comuta.network;

import org.jspecify.annotations.Nullable;

/**
 * A host and perhaps a port, written {@code HOST}, {@code HOST:PORT} or {@code [IPv6]:PORT}.
 *
 * @param host name or literal address, without brackets
 * @param port 1 to 65535; 0 when none was given
 */
public record HostPort(String host, int port) {

  /** Reads the written form; null when it is none. */
  public static @Nullable HostPort parse(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? null : of(text.substring(1, end), text.substring(end + 1), true);
    }
    int colon = text.indexOf(':');
    boolean bareAddress = colon >= 0 && colon != text.lastIndexOf(':');
    return colon < 0 || bareAddress
        ? of(text, "", bareAddress)
        : of(text.substring(0, colon), text.substring(colon), false);
  }

  private static @Nullable HostPort of(String host, String rest, boolean address) {
    if (!(address ? host.indexOf(':') >= 0 && Addresses.isAddress(host) : Addresses.isHost(host))) {
      return null;
    }
    if (rest.isEmpty()) {
      return new HostPort(host, 0);
    }
    if (rest.charAt(0) != ':' || rest.length() < 2 || rest.length() > 6) {
      return null;
    }
    int port = 0;
    for (int i = 1; i < rest.length(); i++) {
      char digit = rest.charAt(i);
      if (digit < '0' || digit > '9') {
        return null;
      }
      port = port * 10 + (digit - '0');
    }
    return port < 1 || port > 65535 ? null : new HostPort(host, port);
  }

  /** The port, or this one when none was given. */
  public int portOr(int otherwise) {
    return port == 0 ? otherwise : port;
  }

  /** The written form. */
  @Override
  public String toString() {
    String written = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == 0 ? written : written + ":" + port;
  }
}
