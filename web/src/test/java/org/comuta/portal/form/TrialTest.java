package org.comuta.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {
  @ParameterizedTest(name = "{2} by filter {0} and rewrite {1}: {3} {4}")
  @CsvSource(
      emptyValue = "",
      value = {
        "'',            '',                  4833221100, ACCEPTED, 4833221100",
        "^48[0-9]{8}$,  '',                  4833221100, ACCEPTED, 4833221100",
        "^48[0-9]{8}$,  '',                  11999,      REFUSED,  ''",
        "^48,           '/^48([0-9]{8})$/$1/', 4833221100, CHANGED, 33221100",
        "'',            /^99/0/,             4833221100, ACCEPTED, 4833221100",
        "'[',           '',                  1,          WRONG,    ''",
        "'',            /a/,                 1,          WRONG,    ''",
      })
  void theTrialSaysWhatTheEngineDoes(
      String filter, String rewrite, String number, Trial.Verdict verdict, String result) {
    Trial trial = Trial.of(filter, rewrite, number);

    assertThat(trial.verdict()).isEqualTo(verdict);
    assertThat(trial.number()).isEqualTo(result);
    assertThat(trial.message().isEmpty()).isEqualTo(verdict != Trial.Verdict.WRONG);
  }
}
