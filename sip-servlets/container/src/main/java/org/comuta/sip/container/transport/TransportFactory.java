package org.comuta.sip.container.transport;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStatus.Listening;
import org.comuta.sip.container.SourceGate;
import org.comuta.sip.container.TlsTerms;
import org.comuta.sip.container.lane.LaneGroup;

/**
 * Gives JAIN-SIP our transports instead of its own. A transport it returns is bound already, but
 * reads nothing before {@link #startReading}.
 */
public final class TransportFactory implements MessageProcessorFactory {

  private final LaneGroup lanes;
  private final Traffic traffic;
  private final Gate gate;
  private final SipSettings settings;
  private final Map<InetSocketAddress, TlsTerms> tls = new ConcurrentHashMap<>();
  private final CountDownLatch reading = new CountDownLatch(1);

  public TransportFactory(LaneGroup lanes, Traffic traffic, SipSettings settings) {
    this.lanes = lanes;
    this.traffic = traffic;
    this.gate = new Gate(traffic);
    this.settings = settings;
  }

  /** Lets the transports read; until then what comes waits in the sockets. */
  public void startReading() {
    reading.countDown();
  }

  /** Lets this one decide from where messages are taken. */
  public void guard(SourceGate keeper) {
    gate.keptBy(keeper);
  }

  /** How peers are met at this port over TLS, from when it is opened on. */
  public void offer(Listening port, TlsTerms terms) {
    tls.put(new InetSocketAddress(InetAddress.ofLiteral(port.address()), port.port()), terms);
  }

  @Override
  public MessageProcessor createMessageProcessor(
      SIPTransactionStack stack, InetAddress address, int port, String transport)
      throws IOException {
    MessageIntake intake = new MessageIntake(stack, traffic, gate, new BadMessages(traffic, gate));
    Place place = new Place(address, bindAddress(address, port), port);
    return switch (transport.toLowerCase(Locale.ROOT)) {
      case "udp" -> new UdpTransport(stack, place, settings, lanes, intake, reading);
      case "tcp" -> new TcpTransport("TCP", stack, place, settings, lanes, intake, reading);
      case "tls" -> new TlsTransport(stack, place, settings, lanes, intake, reading, terms(place));
      default -> throw new IOException("no such transport: " + transport);
    };
  }

  private TlsTerms terms(Place place) throws IOException {
    TlsTerms terms = tls.get(new InetSocketAddress(place.toldAddress(), place.port()));
    if (terms == null) {
      throw new IOException("nobody said how peers are met over TLS");
    }
    return terms;
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
