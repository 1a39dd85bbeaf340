package org.comuta.sip.container.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comuta.sip.container.start.TestCertificates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 5922 sections 7.1 and 7.2. */
class CertificateNamesTest {

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({
    "exchange, exchange.example.net, true",
    "exchange, EXCHANGE.example.NET., true",
    "exchange, sip.exchange.example.net, false",
    "exchange, example.net, false",
    "exchange, exchange, false",
    "exchange, 127.0.0.1, true",
    "exchange, 127.0.0.2, false",
    "peer, 127.0.0.1, false",
    "sip-uri, voice.example.net, true",
    "sip-uri, host.example.net, false",
    "authority, authority, true",
    "wildcard, one.example.net, false",
    "user, user.example.net, false",
    "user, plain.example.net, true",
  })
  void aCertificateIsForItsNames(String certificate, String name, boolean bearsIt) {
    assertThat(
            CertificateNames.bearsOne(
                TestCertificates.certificate(certificate), List.of("nobody.example.net", name)))
        .isEqualTo(bearsIt);
  }
}
