package org.comuta.nap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.Sample.nap;
import static org.comuta.Sample.networkInterface;

import java.util.List;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which interfaces a NAP may choose. */
class InterfaceChoiceTest {
  private static final NapRulesTest.Objects INTERFACES =
      new NapRulesTest.Objects(
          List.of(
              networkInterface("both", "192.0.2.10"),
              networkInterface("sip", "192.0.2.11", "'services': ['SIP']"),
              networkInterface("media", "192.0.2.12", "'services': ['MEDIA']"),
              networkInterface("udp", "192.0.2.13", "'tcpPort': 0"),
              networkInterface("tls", "192.0.2.15", "'tlsCertificate': 'own'"),
              networkInterface("six", "2001:db8::10"),
              networkInterface("off", "192.0.2.14", "'enabled': false")));

  @ParameterizedTest(name = "{0} with {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1   | 'sipInterface': 'both'                                   |                | ''",
        "192.0.2.1   | 'sipInterface': 'both', 'mediaInterface': 'media'        |                | ''",
        "192.0.2.1   | 'mediaInterface': 'media'                                |                | ''",
        "192.0.2.1   | 'mediaInterface': 'sip'                                  | mediaInterface | MEDIA is no service",
        "192.0.2.1   | 'sipInterface': 'media'                                  | sipInterface   | SIP is no service",
        "192.0.2.1   | 'sipInterface': 'sip'                                    | mediaInterface | MEDIA is no service",
        "192.0.2.1   | 'sipInterface': 'sip', 'mediaInterface': 'media'         |                | ''",
        "192.0.2.1   | 'sipInterface': 'sip', 'mediaAddress': '192.0.2.99'      |                | ''",
        "192.0.2.1   | 'sipInterface': 'udp'                                    |                | ''",
        "192.0.2.1   | 'sipInterface': 'udp', 'transport': 'TCP'                | sipInterface   | no port for TCP",
        "192.0.2.1   | 'sipInterface': 'both', 'transport': 'TLS'               | sipInterface   | no port for TLS",
        "192.0.2.1   | 'sipInterface': 'tls', 'transport': 'TLS'                |                | ''",
        "192.0.2.1   | 'transport': 'TLS', 'enabled': false                     |                | ''",
        "192.0.2.1   | 'sipInterface': 'six'                                    | sipInterface   | IPv6",
        "2001:db8::1 | 'sipInterface': 'both'                                   | sipInterface   | IPv6",
        "2001:db8::1 | 'sipInterface': 'six'                                    |                | ''",
        "a.example   | 'sipInterface': 'six'                                    |                | ''",
        "192.0.2.1   | 'sipInterface': 'six', 'proxies': ['[2001:db8::2]:5060'] |                | ''",
        "192.0.2.1   | 'sipInterface': 'off'                                    | sipInterface   | disabled",
        "192.0.2.1   | 'mediaInterface': 'off'                                  | mediaInterface | disabled",
        "192.0.2.1   | 'sipInterface': 'off', 'enabled': false                  |                | ''",
      })
  void whatCannotServeIsRefusedAtItsField(
      String domain, String fields, String field, String message) {
    List<Problem> problems = new NapRules().check(nap("a", domain, fields), INTERFACES);

    if (message.isEmpty()) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.field()).isEqualTo(field);
                assertThat(problem.code()).isEqualTo("conflict");
                assertThat(problem.message()).contains(field, message);
                assertThat(problem.rule()).isNotNull();
              });
    }
  }

  @Test
  void tlsNeedsAnInterfaceForItsCertificate() {
    assertThat(new NapRules().check(nap("a", "192.0.2.1", "'transport': 'TLS'"), INTERFACES))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("sipInterface");
              assertThat(problem.code()).isEqualTo("required");
              assertThat(problem.rule()).isEqualTo(Rule.INTERFACE_NEEDED);
            });
  }
}
