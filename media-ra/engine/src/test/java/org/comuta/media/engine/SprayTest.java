package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.media.engine.Calls.STRICT;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;
import static org.comuta.media.engine.Calls.statistics;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.MediaSide.SourceRule;
import org.comuta.media.Side;
import org.comuta.media.engine.EngineMetrics.ThreadMetrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RTP bleed and RTP injection: strangers who spray a port get nothing and are not heard. */
class SprayTest extends EngineTest {
  private static final String US = "127.0.0.1";
  private static final int SPRAY = 200;

  private Phone caller;
  private Phone called;
  private Phone stranger;

  @BeforeEach
  void makePhones() throws Exception {
    caller = phone("127.0.0.2");
    called = phone("127.0.0.3");
    stranger = phone("127.0.0.66");
  }

  private LinePorts openCall(SourceRule rule) {
    return openCall(side(caller.remote(), rule), side(called.remote(), rule));
  }

  private LinePorts openCall(MediaSide ofCaller, MediaSide ofCalled) {
    return now(engine.set(call("1", ofCaller, ofCalled))).lines().get(0);
  }

  @Test
  void aSprayBeforeTheFirstPacketTakesNothingOver() throws Exception {
    LinePorts ports = openCall(Calls.LEARNING);
    spray(stranger, ports, SPRAY);
    called.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    assertThat(caller.receive()).isEqualTo(Phone.rtp(2, 1));
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 1));
    assertThat(stranger.hearsNothing()).isTrue();
    assertThat(called.hearsNothing()).isTrue();
    assertThat(statistics(engine, "1", Side.CALLER).strangersDropped()).isEqualTo(SPRAY);
    assertThat(statistics(engine, "1", Side.CALLER).packetsReceived()).isEqualTo(1);
  }

  @Test
  void aSprayDuringTheCallIsNeitherHeardNorAnswered() throws Exception {
    LinePorts ports = openCall(Calls.LEARNING);
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    called.receive();
    spray(stranger, ports, SPRAY);
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 2));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 2));
    called.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    assertThat(caller.receive()).isEqualTo(Phone.rtp(2, 1));
    assertThat(stranger.hearsNothing()).isTrue();
    assertThat(called.hearsNothing()).isTrue();
  }

  @Test
  void anotherPortOfTheSidesOwnAddressIsNotHeardDuringTheCall() throws Exception {
    LinePorts ports = openCall(Calls.LEARNING);
    Phone neighbour = phone("127.0.0.2");
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    called.receive();
    spray(neighbour, ports, SPRAY);
    called.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    assertThat(caller.receive()).isEqualTo(Phone.rtp(2, 1));
    assertThat(neighbour.hearsNothing()).isTrue();
    assertThat(called.hearsNothing()).isTrue();
  }

  @Test
  void aNeighbourThatWasFirstLosesToTheSignalledPort() throws Exception {
    LinePorts ports = openCall(Calls.LEARNING);
    Phone neighbour = phone("127.0.0.2");
    neighbour.send(US, ports.caller().rtp(), Phone.rtp(9, 1));
    called.receive();
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 1));
    called.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    assertThat(caller.receive()).isEqualTo(Phone.rtp(2, 1));
    neighbour.send(US, ports.caller().rtp(), Phone.rtp(9, 2));
    assertThat(called.hearsNothing()).isTrue();
    assertThat(neighbour.hearsNothing()).isTrue();
  }

  @Test
  void aSideBehindATranslatorIsFoundAtItsSignallingAddress() throws Exception {
    Phone translated = phone("127.0.0.9");
    SourceRule rule = new SourceRule(false, List.of("127.0.0.9"));
    LinePorts ports = openCall(side(caller.remote(), rule), side(called.remote()));
    translated.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 1));
    called.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    assertThat(translated.receive()).isEqualTo(Phone.rtp(2, 1));
    assertThat(statistics(engine, "1", Side.CALLER).source())
        .isEqualTo("127.0.0.9:" + translated.port());
  }

  @Test
  void withStrictSourcesOnlyTheSignalledPortIsHeard() throws Exception {
    LinePorts ports = openCall(STRICT);
    Phone neighbour = phone("127.0.0.2");
    spray(neighbour, ports, 1);
    spray(stranger, ports, 1);
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 1));
    assertThat(called.hearsNothing()).isTrue();
    assertThat(statistics(engine, "1", Side.CALLER).strangersDropped()).isEqualTo(2);
  }

  @Test
  void strangersRtcpIsNeitherPassedNorBelieved() throws Exception {
    LinePorts ports = openCall(Calls.LEARNING);
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    called.receive();
    stranger.sendControl(US, ports.called().rtcp(), Phone.senderReport(2, 7, 1, 5000, 0, 0));
    stranger.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    called.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    caller.receive();
    assertThat(caller.hearsNothing()).isTrue();
    assertThat(statistics(engine, "1", Side.CALLED).farLossPercent()).isNegative();
  }

  @Test
  void aSideThatNamesAPortOfItsOwnCallSetsNothingCircling() throws Exception {
    SourceRule rule = new SourceRule(false, List.of("127.0.0.66"));
    LinePorts ports = openCall(rule);
    Remote us = new Remote(US, ports.called().rtp(), ports.called().rtcp());
    Remote usToo = new Remote(US, ports.caller().rtp(), ports.caller().rtcp());
    assertThat(openCall(side(us, rule), side(usToo, rule))).isEqualTo(ports);
    stranger.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    stranger.send(US, ports.called().rtp(), Phone.rtp(2, 1));
    assertThat(stranger.receive()).isEqualTo(Phone.rtp(2, 1));
    assertThat(stranger.hearsNothing()).isTrue();
    assertThat(statistics(engine, "1", Side.CALLER).packetsReceived()).isEqualTo(1);
    assertThat(statistics(engine, "1", Side.CALLED).packetsReceived()).isEqualTo(1);
  }

  @Test
  void aSideThatSendsMoreThanAnyTelephoneIsHeardNoMoreThanOne() throws Exception {
    LinePorts ports = openCall(Calls.LEARNING);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (engine.metrics().total(ThreadMetrics::excessDropped) == 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      for (int i = 0; i < 2000; i++) {
        caller.send(US, ports.caller().rtp(), Phone.rtp(1, i));
      }
    }
    assertThat(statistics(engine, "1", Side.CALLER).packetsReceived()).isPositive();
  }

  private void spray(Phone from, LinePorts ports, int packets) throws Exception {
    for (int i = 0; i < packets; i++) {
      from.send(US, ports.caller().rtp(), Phone.rtp(666, i));
    }
  }
}
