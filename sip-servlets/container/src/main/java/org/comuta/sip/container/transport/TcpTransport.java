package org.comuta.sip.container.transport;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.transport.TransportFactory.Place;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TCP port and all connections, accepted or opened by us. Each connection has two virtual
 * threads, so that neither a slow peer nor a connect ever blocks a lane. Bound from its
 * construction to {@link #stop}.
 */
sealed class TcpTransport extends MessageProcessor permits TlsTransport {

  private static final Logger LOG = LoggerFactory.getLogger(TcpTransport.class);
  private static final int BACKLOG = 1_024;
  private static final int MAX_CONNECTIONS = 5_000;
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  final String name;
  final LaneGroup lanes;
  final MessageIntake intake;
  private final CountDownLatch reading;
  private final int maxMessageOctets;
  private final InetAddress bindAddress;
  private final ServerSocket listener;
  private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();

  /** Those that also carry requests of ours, by their peers. */
  private final Map<InetSocketAddress, TcpConnection> byPeer = new ConcurrentHashMap<>();

  private volatile @Nullable Thread accepting;
  private volatile boolean stopping;

  /**
   * @param name of the transport, as in a Via
   */
  TcpTransport(
      String name,
      SIPTransactionStack stack,
      Place place,
      SipSettings settings,
      LaneGroup lanes,
      MessageIntake intake,
      CountDownLatch reading)
      throws IOException {
    super(place.toldAddress(), place.port(), name.toLowerCase(Locale.ROOT), stack);
    this.name = name;
    this.bindAddress = place.bindAddress();
    this.lanes = lanes;
    this.intake = intake;
    this.reading = reading;
    this.maxMessageOctets = settings.maxMessageOctets();
    listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(bindAddress, place.port()), BACKLOG);
    } catch (IOException taken) {
      listener.close();
      throw taken;
    }
  }

  @Override
  public void start() {
    accepting = Thread.ofVirtual().name("comuta-sip-" + getTransport()).start(this::accept);
  }

  @Override
  public void stop() {
    stopping = true;
    reading.countDown();
    try {
      listener.close();
    } catch (IOException e) {
      LOG.warn("Closing the {} port failed", name, e);
    }
    awaitFree();
    connections.forEach(TcpConnection::close);
  }

  /** The port is taken until the thread that waits there has seen that it is closed. */
  private void awaitFree() {
    Thread waiting = accepting;
    try {
      if (waiting != null && !waiting.join(LONGEST_END)) {
        LOG.warn("The {} port {} is closed, but not free yet", name, getPort());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    awaitReading();
    while (!stopping) {
      try {
        Socket socket = listener.accept();
        if (connections.size() >= MAX_CONNECTIONS) {
          socket.close();
          intake.traffic().dropped();
        } else if (!intake.admits(socket.getInetAddress())) {
          socket.close();
        } else if (socket.getRemoteSocketAddress() instanceof InetSocketAddress peer) {
          accepted(peer).startAccepted(socket);
        }
      } catch (SocketException closed) {
        if (!stopping) {
          LOG.warn("Accepting a {} connection failed; going on", name, closed);
          pause();
        }
      } catch (IOException | RuntimeException failure) {
        LOG.warn("Accepting a {} connection failed; going on", name, failure);
        pause();
      }
    }
  }

  private TcpConnection accepted(InetSocketAddress peer) {
    boolean asked = mayBeAsked(peer);
    TcpConnection connection = new TcpConnection(this, intake, peer);
    connections.add(connection);
    TcpConnection before = asked ? byPeer.put(peer, connection) : null;
    if (before != null) {
      before.close();
    }
    return connection;
  }

  /** Whether requests of ours may leave by a connection that came from there. */
  boolean mayBeAsked(InetSocketAddress peer) {
    return true;
  }

  private void awaitReading() {
    try {
      reading.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Out of file descriptors, accept fails at once and for ever: do not spin. */
  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The connection to this peer; a new one, still connecting, when there is none. */
  TcpConnection connectionTo(InetSocketAddress peer) {
    return byPeer.compute(
        peer,
        (address, known) -> {
          if (known != null && known.isUsable()) {
            return known;
          }
          TcpConnection connection = new TcpConnection(this, intake, address);
          connections.add(connection);
          connection.startConnecting();
          return connection;
        });
  }

  /** Lets a connection to this peer leave from where this transport listens. */
  void bind(Socket socket, InetSocketAddress peer) throws IOException {
    boolean sameFamily = bindAddress.getClass() == peer.getAddress().getClass();
    if (sameFamily && !bindAddress.isAnyLocalAddress()) {
      socket.bind(new InetSocketAddress(bindAddress, 0));
    }
  }

  /**
   * What messages pass over, once the connection is open. Waits for the peer; the writing thread of
   * the connection.
   *
   * @param accepted whether the peer opened it
   * @throws IOException when no message may pass; the connection is over then
   */
  Socket secured(Socket open, InetSocketAddress peer, boolean accepted) throws IOException {
    return open;
  }

  void forget(TcpConnection connection) {
    connections.remove(connection);
    byPeer.remove(connection.target, connection);
  }

  boolean isStopping() {
    return stopping;
  }

  @Override
  public MessageChannel createMessageChannel(HostPort target) throws UnknownHostException {
    return createMessageChannel(Literals.address(target), target.getPort());
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress host, int port) {
    return connectionTo(new InetSocketAddress(host, port < 1 ? getDefaultTargetPort() : port));
  }

  @Override
  public SIPTransactionStack getSIPStack() {
    return sipStack;
  }

  @Override
  public int getDefaultTargetPort() {
    return 5060;
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public int getMaximumMessageSize() {
    return maxMessageOctets;
  }

  @Override
  public boolean inUse() {
    return !connections.isEmpty();
  }
}
