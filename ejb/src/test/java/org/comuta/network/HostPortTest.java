package org.comuta.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
  @ParameterizedTest(name = "{0} is the host {1} and the port {2}")
  @CsvSource({
    "example.net,            example.net, 0",
    "example.net.,           example.net., 0",
    "proxy:5070,             proxy,       5070",
    "192.0.2.1,              192.0.2.1,   0",
    "192.0.2.1:65535,        192.0.2.1,   65535",
    "[2001:db8::1]:5060,     2001:db8::1, 5060",
    "[2001:db8::1],          2001:db8::1, 0",
    "2001:db8::1,            2001:db8::1, 0",
    "xn--caf-dma.example:1,  xn--caf-dma.example, 1",
  })
  void theWrittenFormIsRead(String text, String host, int port) {
    assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":5060",
        "host:",
        "host:0",
        "host:65536",
        "host:+80",
        "host: 80",
        "host:123456",
        "a b",
        "-a",
        "a-",
        "a..b",
        "300.1.1.1",
        "1.2.3",
        "1.2.3.4.5",
        "[192.0.2.1]:5060",
        "[host]",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1]5060",
        "[fe80::1%eth0]:5060",
        "fe80::1%eth0",
        "1::2::3",
        "sip:host",
        "host/path",
        "é.example"
      })
  void whatIsNoHostIsRefused(String text) {
    assertThat(HostPort.parse(text)).isNull();
  }

  @ParameterizedTest(name = "{0} is spelled {1}")
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
    "2001:db8:0:0:0:0:0:1, 2001:db8:0:0:0:0:0:1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "fe80::1%2, fe80:0:0:0:0:0:0:1",
  })
  void anAddressHasOneSpelling(String text, String canonical) {
    assertThat(Addresses.canonical(text)).isEqualTo(canonical);
  }

  @Test
  void aNameIsNoAddress() {
    assertThat(Addresses.canonical("localhost")).isNull();
    assertThat(Addresses.canonical("192.0.2")).isNull();
    assertThat(Addresses.canonical("0192.0.2.1")).isNull();
  }

  @Test
  void theWrittenFormHasBracketsWhereItNeedsThem() {
    assertThat(new HostPort("2001:db8::1", 5060)).hasToString("[2001:db8::1]:5060");
    assertThat(new HostPort("example.net", 0)).hasToString("example.net");
  }
}
