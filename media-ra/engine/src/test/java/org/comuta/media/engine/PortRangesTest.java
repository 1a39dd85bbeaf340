package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comuta.media.engine.Calls.at;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;
import static org.comuta.media.engine.Calls.withMux;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.MediaException;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.PortRange;
import org.comuta.media.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sides whose ports lie in a range of their own. */
class PortRangesTest extends EngineTest {
  private static final Remote FAR = new Remote("127.0.0.1", 9, 9);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int PAIRS = 4;

  private final int first = FreePorts.from(45_000, 10 * PAIRS);
  private final PortRange own = range(0, PAIRS);
  private final PortRange upper = range(2 * PAIRS, PAIRS);

  /** So many pairs from the pair of this number on. */
  private PortRange range(int pair, int pairs) {
    return new PortRange(first + 2 * pair, first + 2 * (pair + pairs) - 1);
  }

  @Override
  EngineSettings settings(EngineSettings defaults) {
    return super.settings(defaults).withPorts(own.first(), own.last());
  }

  private static MediaSide in(PortRange range) {
    return at(LOOPBACK, range, side(FAR));
  }

  private LinePorts open(String id, MediaSide caller, MediaSide called) {
    return now(engine.set(call(id, caller, called))).lines().get(0);
  }

  private void assertFull(String id, MediaSide caller, MediaSide called) {
    assertThatThrownBy(() -> open(id, caller, called))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.NO_PORTS));
  }

  @Test
  void eachSideGetsPortsOfItsRange() {
    for (int i = 0; i < PAIRS; i++) {
      LinePorts ports = open(String.valueOf(i), in(upper), in(PortRange.ENGINE));
      assertThat(upper.contains(ports.caller().rtp())).isTrue();
      assertThat(upper.contains(ports.caller().rtcp())).isTrue();
      assertThat(own.contains(ports.called().rtp())).isTrue();
      assertThat(own.contains(ports.called().rtcp())).isTrue();
    }
    assertThat(engine.metrics().portsInUse()).isEqualTo(4 * PAIRS);
  }

  @Test
  void aFullRangeRefusesWhileAnotherOfTheSameAddressStillHasSome() {
    open("1", in(upper), in(upper));
    open("2", in(upper), in(upper));
    assertFull("3", in(upper), in(upper));
    assertFull("3", in(PortRange.ENGINE), in(upper));
    assertThat(engine.metrics().portsInUse()).isEqualTo(4 * 2);
    assertThat(engine.metrics().fullestRange().inUse()).isEqualTo(2 * PAIRS);
    open("3", in(PortRange.ENGINE), in(PortRange.ENGINE));
    open("4", in(range(4 * PAIRS, 1)), in(PortRange.ENGINE));
    now(engine.end("1"));
    open("5", in(upper), in(upper));
  }

  @Test
  void theSameRangeOfAnotherAddressIsAnother() {
    open("1", in(upper), in(upper));
    open("2", in(upper), in(upper));
    MediaSide elsewhere = at("127.0.0.2", upper, side(FAR));
    LinePorts ports = open("3", elsewhere, elsewhere);
    assertThat(upper.contains(ports.caller().rtp())).isTrue();
  }

  @Test
  void rangesThatOverlapShareTheirPorts() {
    PortRange lower = range(2 * PAIRS - 2, PAIRS);
    open("1", in(upper), in(upper));
    open("2", in(upper), in(upper));
    LinePorts ports = open("3", in(lower), in(lower));
    assertThat(ports.caller().rtp()).isLessThan(upper.first());
    assertThat(ports.called().rtp()).isLessThan(upper.first());
    assertFull("4", in(lower), in(PortRange.ENGINE));
    now(engine.end("1"));
    LinePorts freed = open("4", in(lower), in(PortRange.ENGINE));
    assertThat(upper.contains(freed.caller().rtp())).isTrue();
  }

  @Test
  void portsOfTheRangeThatOthersHaveAreSkipped() throws Exception {
    InetSocketAddress taken = new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), upper.first());
    try (DatagramSocket other = new DatagramSocket(taken)) {
      assertThat(other.isBound()).isTrue();
      LinePorts ports = open("1", in(upper), in(upper));
      assertThat(ports.caller().rtp()).isNotEqualTo(upper.first());
      open("2", in(upper), in(PortRange.ENGINE));
      assertFull("3", in(upper), in(PortRange.ENGINE));
    }
  }

  /** Ranges by the number of their first pair and how many they have; the port lies in 8 to 11. */
  @ParameterizedTest(name = "from {0}, {1} pairs: kept {2}")
  @CsvSource({
    "8,   4, true",
    "4,   8, true",
    "8,  12, true",
    "0,  20, true",
    "0,   4, false",
    "12,  4, false",
  })
  void aPortIsKeptWhenItLiesInTheRangeAskedNow(int pair, int pairs, boolean kept) {
    LinePorts before = open("1", in(upper), in(PortRange.ENGINE));
    PortRange wanted = range(pair, pairs);
    LinePorts after = open("1", in(wanted), in(PortRange.ENGINE));
    assertThat(after.called()).isEqualTo(before.called());
    assertThat(after.caller().equals(before.caller())).isEqualTo(kept);
    assertThat(wanted.contains(after.caller().rtp())).isTrue();
    assertThat(open("1", in(wanted), in(PortRange.ENGINE))).isEqualTo(after);
    assertThat(engine.metrics().portsInUse()).isEqualTo(4);
    assertThat(engine.metrics().sockets()).isEqualTo(4);
  }

  @Test
  void aSideGoesBackToTheEnginesRange() {
    LinePorts before = open("1", in(upper), in(upper));
    LinePorts after = open("1", in(PortRange.ENGINE), in(upper));
    assertThat(own.contains(after.caller().rtp())).isTrue();
    assertThat(after.called()).isEqualTo(before.called());
  }

  @Test
  void aRangeThatIsFullLeavesTheCallWhereItWas() {
    open("1", in(upper), in(upper));
    open("2", in(upper), in(upper));
    LinePorts before = open("3", in(PortRange.ENGINE), in(PortRange.ENGINE));
    assertFull("3", in(PortRange.ENGINE), in(upper));
    assertThat(open("3", in(PortRange.ENGINE), in(PortRange.ENGINE))).isEqualTo(before);
    assertThat(engine.metrics().portsInUse()).isEqualTo(2 * 6);
  }

  @Test
  void aSideThatMultiplexesStaysInItsRange() {
    LinePorts ports = open("1", withMux(in(upper)), in(PortRange.ENGINE));
    assertThat(upper.contains(ports.caller().rtp())).isTrue();
    assertThat(ports.caller().rtcp()).isEqualTo(ports.caller().rtp());
    LinePorts after = open("1", in(upper), in(PortRange.ENGINE));
    assertThat(after.caller().rtp()).isEqualTo(ports.caller().rtp());
    assertThat(upper.contains(after.caller().rtcp())).isTrue();
  }

  @Test
  void packetsGoOnThroughTheNewPortAndCountsStay() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    CallMedia before = call("1", at(LOOPBACK, upper, side(caller.remote())), side(called.remote()));
    caller.send(LOOPBACK, ports(engine, before, Side.CALLER).rtp(), Phone.rtp(1, 1));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 1));
    CallMedia moved =
        call("1", at(LOOPBACK, range(5 * PAIRS, 2), side(caller.remote())), side(called.remote()));
    caller.send(LOOPBACK, ports(engine, moved, Side.CALLER).rtp(), Phone.rtp(1, 2));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 2));
    assertThat(Calls.statistics(engine, "1", Side.CALLER).packetsReceived()).isEqualTo(2);
  }
}
