package org.comuta.sip.callcontrol.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.comuta.nap.Source;
import org.comuta.network.SipTransport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  @ParameterizedTest(name = "{0} listens at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bK1     | 5080",
        "SIP/2.0/TCP 192.0.2.1;rport=40000;branch=z9h   | 5060",
        "SIP / 2.0 / UDP host.example:5070 ;branch=z    | 5070",
        "SIP/2.0/UDP [2001:db8::1]:5066;branch=z        | 5066",
        "SIP/2.0/UDP [2001:db8::1];branch=z             | 5060",
        "SIP/2.0/UDP host:99999;branch=z                | 5060",
        "SIP/2.0/UDP host:x                             | 5060",
        "''                                             | 5060",
      })
  void aViaTellsWhereItsSenderListens(String via, int port) {
    assertThat(Sources.announcedPort(via, 5060)).isEqualTo(port);
  }

  @Property
  void anyViaTellsAPort(@ForAll String via) {
    assertThat(Sources.announcedPort(via, 5061)).isBetween(1, 65_535);
  }

  @ParameterizedTest(name = "{0} port 5060 is {1}")
  @CsvSource({"192.0.2.1, 192.0.2.1:5060", "2001:db8::1, [2001:db8::1]:5060"})
  void isWrittenAsOneText(String address, String text) {
    assertThat(Sources.text(new Source(address, 5060, 5060, SipTransport.UDP, "", "")))
        .isEqualTo(text);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"udp, UDP", "TCP, TCP", "tcp, TCP", "TLS, TLS", "ws, UDP"})
  void knowsItsTransport(String name, SipTransport transport) {
    assertThat(Sources.transport(name)).isEqualTo(transport);
  }
}
