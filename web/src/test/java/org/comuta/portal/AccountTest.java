package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {
  @ParameterizedTest(name = "{0} is {1} for short")
  @CsvSource({
    "admin, ad",
    "maria.silva, ms",
    "ana-maria.de.souza, am",
    "a, a",
    "a_, a_",
    "'', ''",
  })
  void twoLettersStandForAName(String name, String initials) {
    assertThat(Account.initials(name)).isEqualTo(initials);
  }
}
