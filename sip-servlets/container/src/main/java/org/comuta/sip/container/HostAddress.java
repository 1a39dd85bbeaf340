package org.comuta.sip.container;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;

/** The address of this host that peers can be told. */
final class HostAddress {

  /** An address nobody has (RFC 5737): asking for the way there sends nothing. */
  private static final String FAR_AWAY = "192.0.2.1";

  private static final int ANY_PORT = 9;

  private HostAddress() {}

  static String tellable(String bindAddress) {
    try {
      if (!InetAddress.getByName(bindAddress).isAnyLocalAddress()) {
        return bindAddress;
      }
    } catch (UnknownHostException e) {
      // Binding to it will fail and say so.
      return bindAddress;
    }
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(FAR_AWAY, ANY_PORT));
      InetAddress ours = socket.getLocalAddress();
      return ours.isAnyLocalAddress() ? loopback() : ours.getHostAddress();
    } catch (SocketException | RuntimeException noWay) {
      return loopback();
    }
  }

  private static String loopback() {
    return InetAddress.getLoopbackAddress().getHostAddress();
  }
}
