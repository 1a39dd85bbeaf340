package org.comuta.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.configuration.Way;
import org.comuta.interfaces.InterfaceService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayInTest {
  @ParameterizedTest(name = "{1} reached from {0} is told as {2}")
  @CsvSource({
    "192.0.2.7,    192.0.2.1,        192.0.2.1",
    "127.0.0.2,    127.0.0.1,        127.0.0.1",
    "2001:db8::7,  2001:DB8::1,      2001:db8:0:0:0:0:0:1",
    "fe80::7%eth0, fe80::1%eth0,     fe80:0:0:0:0:0:0:1",
    "192.0.2.7,    ::ffff:192.0.2.1, 192.0.2.1",
    "192.0.2.7,    pbx.example.com,  ",
    "127.0.0.1,    192.0.2.1,        ",
    "::1,          192.0.2.1,        ",
  })
  void aWayIsToldWhereItCanBeClosed(String peer, String ours, @Nullable String told) {
    assertThat(WayIn.between(InterfaceService.API, peer, ours))
        .isEqualTo(told == null ? null : new Way(InterfaceService.API, told));
  }
}
