package org.comuta.sip.container.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class HandshakesTest {
  private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress TWO = InetAddress.ofLiteral("192.0.2.2");
  private static final InetAddress THREE = InetAddress.ofLiteral("2001:db8::3");

  private final Handshakes handshakes = new Handshakes(3, 2);

  @Test
  void oneAddressMayNotTakeThemAll() {
    assertThat(handshakes.begin(ONE)).isTrue();
    assertThat(handshakes.begin(ONE)).isTrue();
    assertThat(handshakes.begin(ONE)).isFalse();
    assertThat(handshakes.begin(TWO)).isTrue();
  }

  @Test
  void noMoreThanAllowedAreUnderWay() {
    assertThat(handshakes.begin(ONE)).isTrue();
    assertThat(handshakes.begin(ONE)).isTrue();
    assertThat(handshakes.begin(TWO)).isTrue();
    assertThat(handshakes.begin(THREE)).isFalse();
  }

  @Test
  void whoseIsOverLeavesRoom() {
    handshakes.begin(ONE);
    handshakes.begin(ONE);
    handshakes.end(ONE);
    assertThat(handshakes.begin(ONE)).isTrue();
    handshakes.end(ONE);
    handshakes.end(ONE);
    assertThat(handshakes.begin(TWO)).isTrue();
    assertThat(handshakes.begin(TWO)).isTrue();
    assertThat(handshakes.begin(THREE)).isTrue();
  }
}
