package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.line;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;
import static org.comuta.media.engine.Calls.withMux;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.MediaException;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.PortRange;
import org.junit.jupiter.api.Test;

class PortsTest extends EngineTest {
  private static final Remote FAR = new Remote("127.0.0.1", 9, 9);
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int PAIRS = 10;

  private final int first = FreePorts.from(44_000, PAIRS);

  @Override
  EngineSettings settings(EngineSettings defaults) {
    return super.settings(defaults).withPorts(first, first + 2 * PAIRS - 1);
  }

  @Test
  void pairsAreEvenAndOddAndNobodysTwice() {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < PAIRS / 2; i++) {
      LinePorts ports = open(String.valueOf(i));
      assertThat(ports.caller().rtp()).isEven().isBetween(first, first + 2 * PAIRS - 2);
      assertThat(ports.caller().rtcp()).isEqualTo(ports.caller().rtp() + 1);
      assertThat(seen.add(ports.caller().rtp())).isTrue();
      assertThat(seen.add(ports.called().rtp())).isTrue();
    }
    assertThat(engine.metrics().portsInUse()).isEqualTo(2 * PAIRS);
  }

  @Test
  void whenAllAreTakenTheNextCallFailsAndTakesNothing() {
    for (int i = 0; i < PAIRS / 2 - 1; i++) {
      open(String.valueOf(i));
    }
    MediaSide side = side(FAR);
    CallMedia tooMuch = call("much", line(side, side), line(side, side));
    assertRefused(tooMuch, MediaException.Kind.NO_PORTS);
    assertThat(engine.metrics().sockets()).isEqualTo(4 * (PAIRS / 2 - 1));
    assertThat(engine.metrics().portsInUse()).isEqualTo(2 * PAIRS - 4);
    open("last");
    assertRefused(call("no", side, side), MediaException.Kind.NO_PORTS);
    assertThatThrownBy(() -> now(engine.end("no")))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.NO_SUCH_CALL));
    now(engine.end("last"));
    open("no");
  }

  @Test
  void aCallThatCannotGrowStaysAsItWas() {
    LinePorts before = open("0");
    for (int i = 1; i < PAIRS / 2; i++) {
      open(String.valueOf(i));
    }
    MediaSide side = side(FAR);
    CallMedia grown = call("0", line(side, side), line(side, side));
    assertRefused(grown, MediaException.Kind.NO_PORTS);
    assertThat(open("0")).isEqualTo(before);
    assertThat(now(engine.statistics("0")).lines()).hasSize(1);
  }

  @Test
  void portsThatOthersHaveAreSkipped() throws Exception {
    List<DatagramSocket> others = new ArrayList<>();
    try {
      for (int i = 0; i < PAIRS - 2; i++) {
        // Of some pairs somebody has the first, of some the second.
        others.add(new DatagramSocket(new InetSocketAddress(LOOPBACK, first + 2 * i + i % 2)));
      }
      LinePorts ports = open("1");
      assertThat(List.of(ports.caller().rtp(), ports.called().rtp()))
          .containsExactlyInAnyOrder(first + 2 * PAIRS - 4, first + 2 * PAIRS - 2);
      assertRefused(call("2", side(FAR), side(FAR)), MediaException.Kind.NO_PORTS);
    } finally {
      others.forEach(DatagramSocket::close);
    }
    open("2");
    assertThat(engine.metrics().portsInUse()).isEqualTo(8);
  }

  @Test
  void aPortJustGivenBackRests() {
    int before = open("1").caller().rtp();
    now(engine.end("1"));
    for (int i = 0; i < PAIRS / 2 - 1; i++) {
      LinePorts ports = open("again");
      assertThat(ports.caller().rtp()).isNotEqualTo(before);
      assertThat(ports.called().rtp()).isNotEqualTo(before);
      now(engine.end("again"));
    }
  }

  @Test
  void aSideThatStopsMultiplexingGetsItsPortOfRtcp() {
    MediaSide mux = withMux(side(FAR));
    LinePorts before = now(engine.set(call("1", mux, side(FAR)))).lines().get(0);
    assertThat(before.caller().rtcp()).isEqualTo(before.caller().rtp());
    LinePorts after = open("1");
    assertThat(after.caller().rtp()).isEqualTo(before.caller().rtp());
    assertThat(after.caller().rtcp()).isEqualTo(before.caller().rtp() + 1);
    assertThat(after.called()).isEqualTo(before.called());
  }

  @Test
  void anAddressThatIsNotOursIsRefused() {
    MediaSide elsewhere = at("192.0.2.1");
    assertRefused(call("1", side(FAR), elsewhere), MediaException.Kind.NO_SUCH_ADDRESS);
    assertThat(engine.metrics().sockets()).isZero();
    assertThat(engine.metrics().portsInUse()).isZero();
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertRefused(call("1", side(FAR), at("localhost")), MediaException.Kind.INVALID);
    assertRefused(
        call("1", side(FAR), side(new Remote("far.example", 9, 9))), MediaException.Kind.INVALID);
  }

  private static MediaSide at(String local) {
    return Calls.at(local, PortRange.ENGINE, side(FAR));
  }

  private LinePorts open(String id) {
    return now(engine.set(call(id, side(FAR), side(FAR)))).lines().get(0);
  }

  private void assertRefused(CallMedia media, MediaException.Kind kind) {
    assertThatThrownBy(() -> now(engine.set(media)))
        .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
