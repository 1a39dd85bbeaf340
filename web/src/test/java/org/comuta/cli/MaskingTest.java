package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  private final Session session = Session.begin("maria", language -> new FakeApi(), null);

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "show naps                              # show naps",
        "set nap a password=x port=5060         # set nap a password=******** port=5060",
        "set nap a password=\"x y\"  port=1     # set nap a password=********  port=1",
        "set nap a \"password=x y\"             # set nap a password=********",
        "create user u password='a b' role=X    # create user u password=******** role=X",
        "set thing t newPassword=x              # set thing t newPassword=********",
        "set nap a password=\"x                 # set nap a password=********",
      })
  void secretsAreNotRemembered(String line, String remembered) {
    assertThat(Masking.masked(line, session)).isEqualTo(remembered);
  }
}
