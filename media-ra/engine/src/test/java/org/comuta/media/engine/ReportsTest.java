package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;
import static org.comuta.media.engine.Calls.statistics;

import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallStatistics.SideStatistics;
import org.comuta.media.Side;
import org.junit.jupiter.api.Test;

/** What RTCP that passes says about the two sides. */
class ReportsTest extends EngineTest {
  private static final String US = "127.0.0.1";

  @Test
  void eachSidesRoundTripIsItsOwn() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports =
        now(engine.set(call("1", side(caller.remote()), side(called.remote())))).lines().get(0);
    for (int sequence = 1; sequence <= 100; sequence++) {
      caller.send(US, ports.caller().rtp(), Phone.rtp(1, sequence));
      called.receive();
    }
    long passed = System.nanoTime();
    caller.sendControl(US, ports.caller().rtcp(), Phone.senderReport(1, 0x77, 2, 0, 0, 0));
    called.receiveControl();
    called.sendControl(US, ports.called().rtcp(), Phone.senderReport(2, 0x99, 1, 4, 0x77, 0));
    caller.receiveControl();
    double elapsed = (System.nanoTime() - passed) / 1e6;
    SideStatistics ofCalled = statistics(engine, "1", Side.CALLED);
    assertThat(ofCalled.roundTripMillis()).isBetween(0.0, elapsed);
    assertThat(ofCalled.farLossPercent()).isCloseTo(4, within(0.01));
    SideStatistics ofCaller = statistics(engine, "1", Side.CALLER);
    assertThat(ofCaller.roundTripMillis()).isNegative();
    assertThat(ofCaller.farLossPercent()).isNegative();
    assertThat(ofCaller.mos()).isBetween(4.0, 4.4);
  }
}
