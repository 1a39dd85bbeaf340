package org.comuta.media.engine.relay;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.comuta.media.MediaException;
import org.comuta.media.engine.linux.Libc;
import org.comuta.media.engine.source.Address;

/**
 * A relay thread on an epoll of Linux. Two system calls a packet; the wait for more is shared by
 * all that has come meanwhile, and under load it is drawn out a little ({@link
 * RelayLoop.Settings#gathering}) so that more shares it.
 */
public final class EpollLoop extends RelayLoop {
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_TRUNC = 0x20;
  private static final int RECEIVE_FLAGS = MSG_DONTWAIT | MSG_TRUNC;
  private static final int AF_INET = 2;

  private static final int MAXIMUM_EVENTS = 256;
  private static final int READS_OF_A_BUSY_SOCKET = 8;
  private static final long SHORTEST_SLEEP = 20_000;

  // What lies behind the datagram: the source's address and its length, where to send, a time.
  private static final long SOURCE = PacketRelay.LARGEST;
  private static final long SOURCE_LENGTH = SOURCE + 32;
  private static final long TARGET = SOURCE + 64;
  private static final long TIME = SOURCE + 96;

  private final EpollSockets sockets;
  private final MemorySegment events;
  private final long eventsAddress;
  private final long packetAddress;
  private final int epoll;
  private final int wakeUp;

  private int round;
  private long roundBegan = System.nanoTime();
  private boolean busy;
  private boolean backlog;

  public EpollLoop(String name, Settings settings, Shared shared) {
    super(name, settings, shared);
    events = arena.allocate((long) MAXIMUM_EVENTS * EpollSockets.EVENT_SIZE, 64);
    eventsAddress = events.address();
    packetAddress = packet.address();
    MemorySegment error = arena.allocate(Libc.errorLayout());
    epoll = EpollSockets.create(error);
    int descriptor;
    try {
      descriptor = EpollSockets.createWakeUp(error, epoll, packet);
    } catch (MediaException e) {
      Libc.close(epoll);
      arena.close();
      throw e;
    }
    wakeUp = descriptor;
    sockets = new EpollSockets(shared, epoll, settings.receiveBuffer(), error, packet);
  }

  @Override
  Sockets sockets() {
    return sockets;
  }

  @Override
  void wake() {
    Libc.eventfdWrite(wakeUp, 1);
  }

  @Override
  void release() {
    Libc.close(wakeUp);
    Libc.close(epoll);
  }

  @Override
  void pass() {
    int count = await();
    long now = System.nanoTime();
    busy = now - roundBegan < 2 * settings.gathering();
    backlog = count == MAXIMUM_EVENTS;
    roundBegan = now;
    round++;
    boolean orders = false;
    for (int i = 0; i < count; i++) {
      int slot =
          events.get(
              JAVA_INT_UNALIGNED, (long) i * EpollSockets.EVENT_SIZE + EpollSockets.EVENT_DATA);
      if (slot == EpollSockets.WAKE_UP) {
        orders = true;
      } else {
        RelaySocket socket = sockets.at(slot);
        if (socket != null) {
          receive(socket, now);
        }
      }
    }
    if (orders) {
      Libc.read(wakeUp, packetAddress + TIME, 8);
      obey();
    }
    keepTime(now);
  }

  private int await() {
    if (busy) {
      long rest = settings.gathering() - (System.nanoTime() - roundBegan);
      if (!backlog && rest > SHORTEST_SLEEP && !hasOrders()) {
        packet.set(JAVA_LONG, TIME, 0);
        packet.set(JAVA_LONG, TIME + 8, rest);
        Libc.nanosleep(packetAddress + TIME);
      }
      int count = Libc.epollPoll(epoll, eventsAddress, MAXIMUM_EVENTS);
      if (count > 0) {
        return count;
      }
    }
    return Libc.epollWait(epoll, eventsAddress, MAXIMUM_EVENTS, TICK_MILLIS);
  }

  private void receive(RelaySocket socket, long now) {
    // A socket with packets in two rounds that follow each other has more than a telephone sends:
    // pictures in bursts, or a flood. It is read out, and nobody sleeps meanwhile.
    int reads = 1;
    if (socket.round == round - 1) {
      backlog = true;
      reads = READS_OF_A_BUSY_SOCKET;
    }
    socket.round = round;
    while (reads-- > 0 && receiveOne(socket, now)) {
      // One at a time.
    }
  }

  private boolean receiveOne(RelaySocket socket, long now) {
    packet.set(JAVA_INT, SOURCE_LENGTH, RelaySocket.IPV6_LENGTH);
    long length =
        Libc.recvfrom(
            socket.descriptor,
            packetAddress,
            PacketRelay.LARGEST,
            RECEIVE_FLAGS,
            packetAddress + SOURCE,
            packetAddress + SOURCE_LENGTH);
    if (length < 0) {
      return false;
    }
    long first = packet.get(JAVA_LONG, SOURCE);
    int port = Short.toUnsignedInt(Short.reverseBytes((short) (first >>> 16)));
    long high = 0;
    long low;
    int scope = 0;
    if ((short) first == AF_INET) {
      low = Address.ofIpv4(Integer.reverseBytes((int) (first >>> 32)));
    } else {
      high = Long.reverseBytes(packet.get(JAVA_LONG, SOURCE + 8));
      low = Long.reverseBytes(packet.get(JAVA_LONG, SOURCE + 16));
      scope = packet.get(JAVA_INT, SOURCE + 24);
    }
    RelaySocket out = relay.take(socket, (int) length, high, low, port, scope, now);
    if (out != null) {
      send(out, length);
    }
    return true;
  }

  private void send(RelaySocket out, long length) {
    packet.set(JAVA_LONG, TARGET, out.destination0);
    packet.set(JAVA_LONG, TARGET + 8, out.destination1);
    if (!out.ipv4) {
      packet.set(JAVA_LONG, TARGET + 16, out.destination2);
      packet.set(JAVA_INT, TARGET + 24, out.destination3);
    }
    long sent =
        Libc.sendto(
            out.descriptor,
            packetAddress,
            length,
            MSG_DONTWAIT,
            packetAddress + TARGET,
            out.destinationLength);
    if (sent < 0) {
      Counters.add(counters.unsent, 1);
    }
  }
}
