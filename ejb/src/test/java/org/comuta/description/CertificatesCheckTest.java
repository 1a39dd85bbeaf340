package org.comuta.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesCheckTest {
  @ParameterizedTest(name = "{0}: wrong {1}")
  @CsvSource({
    "'', false",
    "no certificate, true",
    "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', true",
    "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', true",
  })
  void onlyCertificatesAreTaken(String text, boolean wrong) {
    assertThat(CertificatesCheck.complaint(text) != null).isEqualTo(wrong);
  }
}
