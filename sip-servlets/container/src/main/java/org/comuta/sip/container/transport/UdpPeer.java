package org.comuta.sip.container.transport;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A peer reached over UDP. Unchangeable, so one serves all messages from and to that address. */
final class UdpPeer extends PeerChannel {

  final InetSocketAddress target;
  private final UdpTransport transport;

  UdpPeer(UdpTransport transport, MessageIntake intake, InetSocketAddress target) {
    super(transport, intake, target.getAddress(), target.getPort());
    this.transport = transport;
    this.target = target;
  }

  @Override
  void send(byte[] octets) throws IOException {
    transport.send(octets, target);
  }

  @Override
  public String getTransport() {
    return "UDP";
  }

  @Override
  public boolean isReliable() {
    return false;
  }

  @Override
  public void close() {}
}
