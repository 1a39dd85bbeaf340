package org.comuta.sip.container.transport;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.lane.LaneGroup;

/**
 * Gives JAIN-SIP our transports instead of its own. A transport it returns is bound already, but
 * reads nothing before {@link #startReading}.
 */
public final class TransportFactory implements MessageProcessorFactory {

  private final LaneGroup lanes;
  private final Traffic traffic;
  private final SipSettings settings;
  private final CountDownLatch reading = new CountDownLatch(1);

  public TransportFactory(LaneGroup lanes, Traffic traffic, SipSettings settings) {
    this.lanes = lanes;
    this.traffic = traffic;
    this.settings = settings;
  }

  /** Lets the transports read; until then what comes waits in the sockets. */
  public void startReading() {
    reading.countDown();
  }

  @Override
  public MessageProcessor createMessageProcessor(
      SIPTransactionStack stack, InetAddress address, int port, String transport)
      throws IOException {
    MessageIntake intake = new MessageIntake(stack, traffic, new BadMessages(traffic));
    Place place = new Place(address, bindAddress(address, port), port);
    return switch (transport.toLowerCase(Locale.ROOT)) {
      case "udp" -> new UdpTransport(stack, place, settings, lanes, intake, reading);
      case "tcp" -> new TcpTransport(stack, place, settings, lanes, intake, reading);
      default -> throw new IOException("no such transport: " + transport);
    };
  }

  /** The container's own port may be bound to all addresses, of which peers are told one. */
  private InetAddress bindAddress(InetAddress told, int port) throws IOException {
    boolean own =
        port == settings.port() && told.equals(InetAddress.getByName(settings.ownAddress()));
    return own ? InetAddress.getByName(settings.bindAddress()) : told;
  }

  /**
   * Where a transport listens.
   *
   * @param toldAddress what peers are told
   * @param bindAddress what is bound
   */
  record Place(InetAddress toldAddress, InetAddress bindAddress, int port) {}
}
