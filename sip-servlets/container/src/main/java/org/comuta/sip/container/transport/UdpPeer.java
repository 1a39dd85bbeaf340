package org.comuta.sip.container.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.comuta.sip.container.transport.UdpOutbox.Outgoing;

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
    transport.send(new Outgoing(octets, target, null));
  }

  @Override
  void send(SIPMessage message, byte[] octets) throws IOException {
    SIPRequest request = answerable(message);
    // One that cannot leave later on is answered with 503.
    Runnable lost = request == null ? null : () -> unreachable(request, transport.lanes);
    transport.send(new Outgoing(octets, target, lost));
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
