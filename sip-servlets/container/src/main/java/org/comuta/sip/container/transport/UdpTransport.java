package org.comuta.sip.container.transport;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.lane.CallIds;
import org.comuta.sip.container.lane.CarrierThread;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.lane.LaneImpl;
import org.comuta.sip.container.lane.WorkItem;
import org.comuta.sip.container.transport.TransportFactory.Place;
import org.comuta.sip.container.transport.UdpOutbox.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The UDP port. One thread reads, finds the Call-ID, and queues the message on its lane, where it
 * is parsed. It carries resting lanes itself, which saves waking their threads, and lets messages
 * gather for some milliseconds before it reads again. Bound from its construction to {@link #stop}.
 */
final class UdpTransport extends MessageProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(UdpTransport.class);
  private static final int SOCKET_BUFFER_OCTETS = 4 << 20;
  private static final int DATAGRAM_OCTETS = 65_535;
  private static final int PEERS = 1_024;

  /**
   * How long messages gather after some were read. A thread that wakes finds cold caches and pays
   * more for them than for the message; several at a time share that. The first message after a
   * pause is read at once.
   */
  private static final long GATHERING_NANOS = 10_000_000;

  /** More than this at a time are the lanes' own threads' to carry, on every processor. */
  private static final int CARRIED_HERE = 64;

  private static final byte[] CRLF = {'\r', '\n'};

  private final DatagramChannel channel;
  private final Selector arrivals;
  final LaneGroup lanes;
  private final MessageIntake intake;
  private final CountDownLatch reading;
  private final int maxMessageOctets;
  private final CarrierThread reader;
  // Races on this table are harmless: an entry is unchangeable, and a lost one is made again.
  private final UdpPeer[] peers = new UdpPeer[PEERS];
  private final UdpOutbox outbox;
  private volatile boolean stopping;

  UdpTransport(
      SIPTransactionStack stack,
      Place place,
      SipSettings settings,
      LaneGroup lanes,
      MessageIntake intake,
      CountDownLatch reading)
      throws IOException {
    super(place.toldAddress(), place.port(), "udp", stack);
    this.lanes = lanes;
    this.intake = intake;
    this.reading = reading;
    this.maxMessageOctets = settings.maxMessageOctets();
    arrivals = Selector.open();
    channel =
        DatagramChannel.open(
            place.bindAddress() instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6);
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_OCTETS);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_OCTETS);
      channel.bind(new InetSocketAddress(place.bindAddress(), place.port()));
      channel.configureBlocking(false);
      channel.register(arrivals, SelectionKey.OP_READ);
    } catch (IOException taken) {
      channel.close();
      arrivals.close();
      throw taken;
    }
    outbox = new UdpOutbox(channel, intake.traffic());
    reader = lanes.visitor(this::read, "comuta-sip-udp");
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public void stop() {
    stopping = true;
    reading.countDown();
    outbox.stop();
    try {
      channel.close();
      // Only then the port is free: the selector holds on to it.
      arrivals.close();
      reader.join(Duration.ofSeconds(5));
    } catch (IOException e) {
      LOG.warn("Closing the UDP port failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(DATAGRAM_OCTETS);
    MessageScan scan = new MessageScan();
    awaitReading();
    while (!stopping) {
      try {
        if (readAll(buffer, scan)) {
          LockSupport.parkNanos(this, GATHERING_NANOS);
        } else {
          arrivals.select(key -> {});
        }
      } catch (ClosedChannelException | ClosedSelectorException closed) {
        if (!stopping) {
          LOG.error("The UDP port was closed by somebody else", closed);
        }
        return;
      } catch (IOException | RuntimeException failure) {
        LOG.warn("Reading from the UDP port failed; going on", failure);
      }
    }
  }

  /** Reads what is there, and then has it run; whether that was anything. */
  private boolean readAll(ByteBuffer buffer, MessageScan scan) throws IOException {
    int messages = 0;
    try {
      while (channel.receive(buffer.clear()) instanceof InetSocketAddress source) {
        buffer.flip();
        received(buffer, source, scan);
        messages++;
        if (messages > CARRIED_HERE) {
          lanes.wake();
        }
      }
    } finally {
      lanes.visit(reader);
    }
    return messages > 0;
  }

  private void awaitReading() {
    try {
      reading.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Queues a message on its lane. */
  private void received(ByteBuffer buffer, InetSocketAddress source, MessageScan scan)
      throws IOException {
    if (!intake.admits(source.getAddress())) {
      return;
    }
    int length = buffer.remaining();
    if (isKeepAlive(buffer, length)) {
      if (length == 4) {
        send(new Outgoing(CRLF, source, null));
      }
      return;
    }
    byte[] octets = new byte[length];
    buffer.get(octets);
    UdpPeer peer = peer(source);
    if (length > maxMessageOctets) {
      intake.refuse(octets, 513, "Message Too Large", peer);
      return;
    }
    int start = MessageScan.skipLineEnds(octets, 0, length);
    switch (scan.scan(octets, start, length)) {
      case COMPLETE -> {
        int body = length - scan.bodyStart;
        if (scan.contentLength == -2 || scan.contentLength > body) {
          intake.refuse(octets, 400, "Bad Content-Length", peer);
          return;
        }
        LaneImpl lane = lanes.lane(CallIds.laneOf(octets, scan.callIdStart, scan.callIdLength));
        WorkItem datagram = new Datagram(whole(octets, start, scan), lane, peer);
        if (!lane.offerQuietly(datagram, MessageScan.beginsSomething(octets, start))) {
          intake.traffic().dropped();
        }
      }
      case INCOMPLETE -> intake.refuse(octets, 400, "Incomplete Header", peer);
      case TOO_MANY_LINES -> intake.refuse(octets, 400, "Too Many Header Lines", peer);
    }
  }

  /** Without line ends before it (RFC 3261 7.5) and octets behind its body (18.3). */
  private static byte[] whole(byte[] octets, int start, MessageScan scan) {
    int end = scan.contentLength < 0 ? octets.length : scan.bodyStart + scan.contentLength;
    return start == 0 && end == octets.length ? octets : Arrays.copyOfRange(octets, start, end);
  }

  /**
   * Line ends only, or nothing but a few zero octets, as clients behind address translators send.
   */
  private static boolean isKeepAlive(ByteBuffer buffer, int length) {
    if (length > 4) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      byte octet = buffer.get(i);
      if (octet != '\r' && octet != '\n' && octet != 0) {
        return false;
      }
    }
    return true;
  }

  void send(Outgoing datagram) throws IOException {
    outbox.send(datagram);
  }

  private UdpPeer peer(InetSocketAddress address) {
    int slot = (address.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - 10);
    UdpPeer known = peers[slot];
    if (known != null && known.target.equals(address)) {
      return known;
    }
    UdpPeer peer = new UdpPeer(this, intake, address);
    peers[slot] = peer;
    return peer;
  }

  @Override
  public MessageChannel createMessageChannel(HostPort target) throws UnknownHostException {
    return createMessageChannel(Literals.address(target), target.getPort());
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress host, int port) {
    return peer(new InetSocketAddress(host, port < 1 ? getDefaultTargetPort() : port));
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
    return false;
  }

  /** A message on its way to its lane. */
  private final class Datagram extends WorkItem {

    private final byte[] octets;
    private final LaneImpl lane;
    private final UdpPeer from;

    Datagram(byte[] octets, LaneImpl lane, UdpPeer from) {
      this.octets = octets;
      this.lane = lane;
      this.from = from;
    }

    @Override
    protected void run() {
      intake.take(octets, lane, from);
    }
  }
}
