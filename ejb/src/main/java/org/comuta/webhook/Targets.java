package org.comuta.webhook;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import org.comuta.network.Addresses;

/**
 * Keeps webhooks away from this machine and its link, where services listen that trust whoever
 * reaches them, such as the management of the server and the metadata of a cloud. Any thread.
 */
final class Targets {
  private Targets() {}

  /** Whether a literal address, or a name that says so, is of this machine or its link. */
  static boolean isLocalName(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    try {
      return Addresses.isAddress(name) && isLocal(InetAddress.getByName(name));
    } catch (UnknownHostException none) {
      return false;
    }
  }

  /** Whether one of the addresses that the name has now is. May wait for the name service. */
  static boolean resolvesToLocal(String host) throws UnknownHostException {
    return Stream.of(InetAddress.getAllByName(host)).anyMatch(Targets::isLocal);
  }

  private static boolean isLocal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || isOfAnInterface(address);
  }

  private static boolean isOfAnInterface(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return true;
    }
  }
}
