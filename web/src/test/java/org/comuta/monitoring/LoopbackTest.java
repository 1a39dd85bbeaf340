package org.comuta.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackTest {
  @ParameterizedTest(name = "{0} is this machine: {1}")
  @CsvSource({
    "127.0.0.1, true",
    "127.8.9.1, true",
    "::1, true",
    "0.0.0.0, false",
    "192.0.2.1, false",
    "2001:db8::1, false",
    "localhost, false",
    "'', false",
  })
  void onlyLiteralLoopbackAddressesAre(String address, boolean local) {
    assertThat(Loopback.is(address)).isEqualTo(local);
  }
}
