package org.comuta.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateKeyCheckTest {
  @ParameterizedTest(name = "{0}: wrong {1}")
  @CsvSource({
    "'', false",
    "'-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n', false",
    "'-----BEGIN PRIVATE KEY-----\r\nAAAA\r\n-----END PRIVATE KEY-----', false",
    "'-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----', true",
    "'-----BEGIN RSA PRIVATE KEY-----\nAA\u0007A\n-----END RSA PRIVATE KEY-----', true",
    "'-----BEGIN OPENSSH PRIVATE KEY----- AAAA -----END OPENSSH PRIVATE KEY-----', true",
    "'-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA\n-----END ENCRYPTED PRIVATE KEY-----', true",
    "'-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', true",
    "no key, true",
  })
  void onlyPrivateKeysAreTaken(String text, boolean wrong) {
    assertThat(PrivateKeyCheck.complaint(text) != null).isEqualTo(wrong);
  }
}
