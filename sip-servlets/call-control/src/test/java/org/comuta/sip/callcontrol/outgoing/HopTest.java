package org.comuta.sip.callcontrol.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopTest {
  @ParameterizedTest(name = "proxy {0} is {1}")
  @CsvSource({
    "192.0.2.1:5070, 192.0.2.1:5070",
    "192.0.2.1, 192.0.2.1:5062",
    "proxy.example, proxy.example:5062",
    "[2001:db8::1]:5070, [2001:db8::1]:5070",
    "[2001:db8::1], [2001:db8::1]:5062",
    "2001:db8::1, [2001:db8::1]:5062",
  })
  void isReadWithThePortOfItsNapUnlessItHasOne(String text, String hostPort) {
    assertThat(Hop.proxy(text, 5062).hostPort()).isEqualTo(hostPort);
  }
}
