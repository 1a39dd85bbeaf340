package org.comuta.sip.container.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.comuta.sip.container.lane.CarrierThread;
import org.jspecify.annotations.Nullable;

/**
 * What leaves by a UDP port. What lanes send leaves together, when the work that waited on them is
 * done: a peer wakes once for several datagrams. It leaves in the order of each lane, as it is sent
 * by who carries the lane, before anybody else does. What others send leaves at once. Any thread;
 * never blocks.
 */
final class UdpOutbox {

  private final DatagramChannel channel;
  private final Traffic traffic;
  private final Map<CarrierThread, Batch> batches = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /**
   * A datagram to be sent.
   *
   * @param lost what follows when it cannot leave later on; null where nothing does
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Outgoing(byte[] octets, InetSocketAddress target, @Nullable Runnable lost) {}

  UdpOutbox(DatagramChannel channel, Traffic traffic) {
    this.channel = channel;
    this.traffic = traffic;
  }

  /**
   * Sends a datagram, now or soon.
   *
   * @throws IOException when it cannot leave now
   */
  void send(Outgoing datagram) throws IOException {
    if (Thread.currentThread() instanceof CarrierThread here && here.currentLane() != null) {
      Batch batch = batches.computeIfAbsent(here, _ -> new Batch());
      batch.add(datagram);
      here.afterwards(batch);
    } else {
      write(datagram);
    }
  }

  /** Sends what waits; what comes afterwards does not leave any more. */
  void stop() {
    stopping = true;
    batches.values().forEach(Batch::run);
  }

  /** What one thread has to send. Another one takes part only at the stop, so nobody waits. */
  private final class Batch implements Runnable {

    private final Queue<Outgoing> waiting = new ArrayDeque<>();

    synchronized void add(Outgoing datagram) {
      waiting.add(datagram);
    }

    @Override
    public synchronized void run() {
      for (Outgoing next = waiting.poll(); next != null; next = waiting.poll()) {
        try {
          write(next);
        } catch (IOException unreachable) {
          Runnable lost = next.lost();
          if (lost != null && !stopping) {
            lost.run();
          }
        }
      }
    }
  }

  /** One for which the kernel has no room is lost, as the network loses some. */
  private void write(Outgoing datagram) throws IOException {
    byte[] octets = datagram.octets();
    if (channel.send(ByteBuffer.wrap(octets), datagram.target()) == 0 && octets.length > 0) {
      traffic.dropped();
    }
  }
}
