package org.comuta.sip.container.transport;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each message that comes and goes to the trace of SIP messages, while somebody traces them.
 * Whoever writes the trace takes the credentials out. Any thread; nothing waits.
 */
final class MessageTrace {
  private static final Logger LOG = LoggerFactory.getLogger("org.comuta.trace.sip");

  private MessageTrace() {}

  static void received(byte[] octets, PeerChannel from) {
    if (LOG.isTraceEnabled()) {
      tell("received from", octets, from);
    }
  }

  static void sent(byte[] octets, PeerChannel to) {
    if (LOG.isTraceEnabled()) {
      tell("sent to", octets, to);
    }
  }

  private static void tell(String how, byte[] octets, PeerChannel peer) {
    LOG.trace(
        "{} {} {} port {}, {} octets\n{}",
        how,
        peer.getTransport(),
        peer.peerAddress.getHostAddress(),
        peer.peerPort,
        octets.length,
        new String(octets, StandardCharsets.UTF_8));
  }
}
