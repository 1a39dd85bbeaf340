package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageFilterTest {
  @ParameterizedTest(name = "of {0} {1} stays")
  @CsvSource(
      emptyValue = "",
      value = {
        ", ''",
        "language=en, ''",
        "name=a%26b&language=en, ?name=a%26b",
        "language=en&from=1&to=2, ?from=1&to=2",
        "languages=3, ?languages=3",
      })
  void whatThePageShowsStaysWhenTheLanguageChanges(String query, String rest) {
    assertThat(LanguageFilter.rest(query)).isEqualTo(rest);
  }
}
