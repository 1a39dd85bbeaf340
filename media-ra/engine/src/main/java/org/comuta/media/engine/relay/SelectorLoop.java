package org.comuta.media.engine.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import org.comuta.media.engine.source.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A relay thread on java.nio, for where Linux or java.lang.foreign is missing. */
public final class SelectorLoop extends RelayLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SelectorLoop.class);
  private static final int READS = 8;

  private final Selector selector;
  private final SelectorSockets sockets;
  // One octet more than the largest packet tells a longer one, which java.nio cuts in silence.
  private final ByteBuffer buffer = packet.asSlice(0, PacketRelay.LARGEST + 1).asByteBuffer();
  private final Consumer<SelectionKey> receive = this::receive;

  private @Nullable SocketAddress lastSource;
  private Address lastAddress = new Address(0, 0, 0);
  private int lastPort;
  private long now;

  public SelectorLoop(String name, Settings settings, Shared shared) {
    super(name, settings, shared);
    try {
      selector = Selector.open();
    } catch (IOException e) {
      arena.close();
      throw SelectorSockets.noResources(e);
    }
    sockets = new SelectorSockets(shared, selector, settings.receiveBuffer());
  }

  @Override
  Sockets sockets() {
    return sockets;
  }

  @Override
  void wake() {
    selector.wakeup();
  }

  @Override
  void release() {
    try {
      selector.close();
    } catch (IOException e) {
      LOG.warn("The selector of a relay thread was not closed", e);
    }
  }

  @Override
  void pass() {
    try {
      selector.select(receive, TICK_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (hasOrders()) {
      obey();
    }
    keepTime(System.nanoTime());
  }

  private void receive(SelectionKey key) {
    RelaySocket socket = (RelaySocket) key.attachment();
    now = System.nanoTime();
    try {
      for (int reads = 0; reads < READS && receiveOne(socket); reads++) {
        // One at a time.
      }
    } catch (IOException e) {
      // An answer of the network to what was sent before; the port goes on.
      Counters.add(counters.unsent, 1);
    }
  }

  private boolean receiveOne(RelaySocket socket) throws IOException {
    DatagramChannel channel = socket.channel;
    buffer.clear();
    SocketAddress source = channel == null ? null : channel.receive(buffer);
    if (source == null) {
      return false;
    }
    if (!source.equals(lastSource)) {
      InetSocketAddress place = (InetSocketAddress) source;
      InetAddress address = place.getAddress();
      lastAddress = Address.of(address);
      lastPort = place.getPort();
      lastSource = source;
    }
    int length = buffer.position();
    RelaySocket out =
        relay.take(
            socket,
            length,
            lastAddress.high(),
            lastAddress.low(),
            lastPort,
            lastAddress.scope(),
            now);
    if (out != null) {
      send(out, length);
    }
    return true;
  }

  private void send(RelaySocket out, int length) {
    DatagramChannel channel = out.channel;
    InetSocketAddress destination = out.destination;
    if (channel == null || destination == null) {
      return;
    }
    buffer.position(0).limit(length);
    try {
      if (channel.send(buffer, destination) == length) {
        return;
      }
    } catch (IOException e) {
      LOG.trace("A packet was not sent", e);
    }
    Counters.add(counters.unsent, 1);
  }
}
