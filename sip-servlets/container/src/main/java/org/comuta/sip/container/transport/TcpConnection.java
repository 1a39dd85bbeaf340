package org.comuta.sip.container.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.comuta.sip.container.lane.CallIds;
import org.comuta.sip.container.lane.LaneImpl;
import org.comuta.sip.container.lane.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * One connection over TCP, or over TLS on it. What is sent waits in a bounded queue for the writing
 * thread; what is received goes to the lanes, which hold the reader back when they are full. When
 * connecting or writing fails, requests still waiting are answered with 503 (RFC 3261 8.1.3.1), so
 * that call control turns to its next route at once.
 */
final class TcpConnection extends PeerChannel {

  private static final int CONNECT_MILLIS = 4_000;
  private static final int IDLE_MILLIS = 2 * 60 * 60 * 1_000;
  private static final int UNSENT_LIMIT = 1_000;
  private static final int LANE_FULL_ROUNDS = 5_000;
  private static final byte[] PONG = {'\r', '\n'};
  private static final Outgoing END = new Outgoing(new byte[0], null);

  final InetSocketAddress target;
  private final TcpTransport transport;
  private final BlockingQueue<Outgoing> unsent = new ArrayBlockingQueue<>(UNSENT_LIMIT);
  private volatile boolean closed;
  private volatile @Nullable Socket socket;

  /** Octets to be written; for a request of ours also the message, to answer it on failure. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Outgoing(byte[] octets, @Nullable SIPRequest request) {}

  TcpConnection(TcpTransport transport, MessageIntake intake, InetSocketAddress target) {
    super(transport, intake, target.getAddress(), target.getPort());
    this.transport = transport;
    this.target = target;
  }

  void startAccepted(Socket accepted) {
    socket = accepted;
    Thread.ofVirtual().name(threadName("write")).start(() -> begin(accepted, true));
  }

  void startConnecting() {
    Thread.ofVirtual()
        .name(threadName("write"))
        .start(
            () -> {
              Socket connecting = new Socket();
              socket = connecting;
              try {
                transport.bind(connecting, target);
                connecting.connect(target, CONNECT_MILLIS);
              } catch (IOException unreachable) {
                close();
                return;
              }
              begin(connecting, false);
            });
  }

  private void begin(Socket open, boolean accepted) {
    Socket ready;
    try {
      ready = transport.secured(open, target, accepted);
    } catch (IOException refused) {
      close();
      return;
    }
    Thread.ofVirtual().name(threadName("read")).start(() -> read(ready));
    write(ready);
  }

  private String threadName(String task) {
    return "comuta-sip-" + transport.getTransport() + '-' + task;
  }

  boolean isUsable() {
    return !closed;
  }

  @Override
  void send(byte[] octets) throws IOException {
    enqueue(new Outgoing(octets, null));
  }

  @Override
  void send(SIPMessage message, byte[] octets) throws IOException {
    SIPRequest request = answerable(message);
    if (!closed) {
      enqueue(new Outgoing(octets, request));
    } else if (message instanceof SIPResponse response) {
      sendElsewhere(response, octets);
    } else if (request != null) {
      failSoon(request);
    }
  }

  private void enqueue(Outgoing outgoing) throws IOException {
    if (closed) {
      throw new IOException("connection to " + target + " is closed");
    }
    if (!unsent.offer(outgoing)) {
      close();
      throw new IOException(target + " does not read what is sent to it");
    }
    if (closed) {
      failWaiting();
    }
  }

  /** RFC 3261 18.2.2: the connection is gone, so the answer goes to where the Via says. */
  private void sendElsewhere(SIPResponse response, byte[] octets) throws IOException {
    int port = response.getTopmostVia().getPort();
    InetSocketAddress viaAddress =
        new InetSocketAddress(peerAddress, port < 1 ? transport.getDefaultTargetPort() : port);
    TcpConnection other = transport.connectionTo(viaAddress);
    other.enqueue(new Outgoing(octets, null));
  }

  private void write(Socket connected) {
    try {
      OutputStream out = connected.getOutputStream();
      connected.setTcpNoDelay(true);
      while (true) {
        Outgoing next = unsent.take();
        if (next.octets().length == 0) {
          return;
        }
        out.write(next.octets());
      }
    } catch (IOException broken) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Socket connected) {
    StreamFraming framing = new StreamFraming(transport.getMaximumMessageSize());
    try {
      connected.setSoTimeout(IDLE_MILLIS);
      InputStream in = connected.getInputStream();
      while (!closed && framing.fill(in)) {
        deliver(framing);
      }
    } catch (IOException broken) {
      // The peer is gone or silent for too long: the same as an orderly end.
    } finally {
      close();
    }
  }

  private void deliver(StreamFraming framing) throws IOException {
    while (true) {
      switch (framing.next()) {
        case StreamFraming.Message message -> queue(message);
        case StreamFraming.Ping _ -> send(PONG);
        case StreamFraming.NotYet _ -> {
          return;
        }
        case StreamFraming.Broken broken -> {
          intake.refuse(broken.octets(), 400, broken.reason(), this);
          throw new IOException(broken.reason());
        }
      }
    }
  }

  /** Waits while the lane is full: here, unlike over UDP, the peer can be held back. */
  private void queue(StreamFraming.Message message) throws IOException {
    if (!intake.admits(peerAddress)) {
      throw new IOException(peerAddress + " is blocked");
    }
    LaneImpl lane = transport.lanes.lane(message.lane());
    for (int round = 0; !lane.offer(new Received(message.octets(), lane), false); round++) {
      if (round >= LANE_FULL_ROUNDS || transport.isStopping()) {
        intake.traffic().dropped();
        throw new IOException("lanes are full");
      }
      LockSupport.parkNanos(1_000_000L);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    transport.forget(this);
    Socket open = socket;
    if (open != null) {
      close(open);
    }
    failWaiting();
    unsent.offer(END);
  }

  /** Closes the socket itself: below TLS, whose farewell would wait for the peer. */
  static void close(Socket open) {
    try {
      open.close();
    } catch (IOException ignored) {
      // Nothing is left to be done with it.
    }
  }

  private void failWaiting() {
    List<Outgoing> waiting = new ArrayList<>();
    unsent.drainTo(waiting);
    for (Outgoing outgoing : waiting) {
      SIPRequest request = outgoing.request();
      if (request != null) {
        failSoon(request);
      }
    }
  }

  private void failSoon(SIPRequest request) {
    if (!transport.isStopping()) {
      unreachable(request, transport.lanes);
    }
  }

  @Override
  public String getTransport() {
    return transport.name;
  }

  @Override
  public boolean isSecure() {
    return transport.isSecure();
  }

  @Override
  public boolean isReliable() {
    return true;
  }

  /** A message on its way to its lane. */
  private final class Received extends WorkItem {

    private final byte[] octets;
    private final LaneImpl lane;

    Received(byte[] octets, LaneImpl lane) {
      this.octets = octets;
      this.lane = lane;
    }

    @Override
    protected void run() {
      intake.take(octets, lane, TcpConnection.this);
    }
  }

  /** Which lane a message found in a stream belongs to. */
  static int laneOf(byte[] octets, MessageScan scan) {
    return CallIds.laneOf(octets, scan.callIdStart, scan.callIdLength);
  }
}
