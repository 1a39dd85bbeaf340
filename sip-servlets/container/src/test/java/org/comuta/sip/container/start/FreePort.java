package org.comuta.sip.container.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that nobody has, neither for UDP nor for TCP. */
final class FreePort {

  private FreePort() {}

  static int udpAndTcp() {
    try {
      while (true) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket tcp = new ServerSocket(0, 1, loopback);
            DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), loopback)) {
          return udp.getLocalPort();
        } catch (BindException takenForUdp) {
          // The next one, then.
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
