package org.comuta.cli.ssh;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.sshd.common.io.IoSession;

/**
 * Both ends of a connection.
 *
 * @param peer where it comes from
 * @param ours address of ours that it came to
 */
record Ends(InetAddress peer, InetAddress ours) {
  static Ends of(IoSession connection) {
    return new Ends(address(connection.getRemoteAddress()), address(connection.getLocalAddress()));
  }

  /** What is not of the internet never leaves this machine. */
  private static InetAddress address(SocketAddress end) {
    return end instanceof InetSocketAddress internet
        ? internet.getAddress()
        : InetAddress.getLoopbackAddress();
  }
}
