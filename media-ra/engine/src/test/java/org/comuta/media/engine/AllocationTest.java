package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.engine.EngineSettings.Transport;
import org.comuta.media.engine.relay.RelayLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The packet path allocates nothing: statistics, learning and RTCP included. */
@EnabledOnOs(OS.LINUX)
class AllocationTest {
  private static final String US = "127.0.0.1";
  private static final int PACKETS = 2000;

  private RelayEngine engine;

  @BeforeEach
  void start() {
    engine =
        new RelayEngine(
            EngineSettings.defaults()
                .withTransport(Transport.NATIVE)
                .withThreads(1)
                .withPorts(43_800, 43_999));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aRelayThreadAllocatesNothingPerPacket() throws Exception {
    RelayLoop loop = engine.loops().get(0);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Phone caller = new Phone("127.0.0.2");
        Phone called = new Phone("127.0.0.3");
        Phone stranger = new Phone("127.0.0.66")) {
      LinePorts ports =
          now(engine.set(call("1", side(caller.remote()), side(called.remote())))).lines().get(0);
      pass(caller, called, stranger, ports, 0);
      long before = threads.getThreadAllocatedBytes(loop.thread().threadId());
      pass(caller, called, stranger, ports, PACKETS);
      long allocated = threads.getThreadAllocatedBytes(loop.thread().threadId()) - before;
      // What is compiled meanwhile may cost a few objects; one a packet would be 64,000 octets.
      assertThat(allocated).isLessThan(PACKETS);
    }
  }

  private static void pass(Phone caller, Phone called, Phone stranger, LinePorts ports, int from)
      throws Exception {
    for (int sequence = from; sequence < from + PACKETS; sequence++) {
      caller.send(US, ports.caller().rtp(), Phone.rtp(1, sequence));
      called.receive();
      called.send(US, ports.called().rtp(), Phone.rtp(2, sequence));
      caller.receive();
      if (sequence % 10 == 0) {
        stranger.send(US, ports.called().rtp(), Phone.rtp(3, sequence));
        caller.sendControl(
            US, ports.caller().rtcp(), Phone.senderReport(1, sequence, 2, 0, sequence - 10, 0));
        called.receiveControl();
      }
    }
  }
}
