package org.comuta.sip.container.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.lane.LaneImpl;
import org.comuta.sip.container.transport.UdpOutbox.Outgoing;
import org.junit.jupiter.api.Test;

class UdpOutboxTest {
  private static final int THREADS = 4;
  private static final int EACH = 3_000;

  /** A lane that sends its number and a count, one datagram with each piece of work. */
  private record Sender(
      UdpOutbox outbox, InetSocketAddress target, LaneImpl lane, CountDownLatch ends) {
    void send(int count) {
      ByteBuffer octets = ByteBuffer.allocate(8).putInt(lane.number()).putInt(count);
      try {
        outbox.send(new Outgoing(octets.array(), target, null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (count < EACH) {
        lane.execute(() -> send(count + 1));
      } else {
        ends.countDown();
      }
    }
  }

  @Test
  void whatALaneSendsLeavesInItsOrder() throws Exception {
    LaneGroup lanes = new LaneGroup(THREADS, 1_000_000, UdpOutboxTest.class.getClassLoader());
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (DatagramChannel channel = DatagramChannel.open().bind(anywhere);
        DatagramChannel receiver = DatagramChannel.open().bind(anywhere)) {
      receiver.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 22);
      receiver.configureBlocking(false);
      channel.configureBlocking(false);
      UdpOutbox outbox = new UdpOutbox(channel, new Traffic());
      InetSocketAddress target = (InetSocketAddress) receiver.getLocalAddress();
      lanes.start();
      CountDownLatch ends = new CountDownLatch(Lanes.COUNT);
      for (int i = 0; i < Lanes.COUNT; i++) {
        Sender sender = new Sender(outbox, target, lanes.lane(i), ends);
        sender.lane().execute(() -> sender.send(1));
      }
      int[] last = new int[Lanes.COUNT];
      ByteBuffer octets = ByteBuffer.allocate(8);
      while (!ends.await(0, TimeUnit.SECONDS)) {
        while (receiver.receive(octets.clear()) != null) {
          int lane = octets.flip().getInt();
          int count = octets.getInt();
          // Some may be lost: the kernel has only so much room.
          assertThat(count).as("of lane " + lane).isGreaterThan(last[lane]);
          last[lane] = count;
        }
      }
      lanes.stop();
    }
  }
}
