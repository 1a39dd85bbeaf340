package org.comuta.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "carrier, Carrier-1, true",
    "SÃO, sao-paulo, true",
    "sao, São Paulo, true",
    "ação, ACAO, true",
    "paulo sao, São Paulo, true",
    "rio sao, São Paulo, false",
    "192.0.2, 192.0.2.10, true",
    "'  ', anything, true",
  })
  void allWordsMustBeThere(String typed, String text, boolean found) {
    assertThat(SearchText.of(typed).isIn(SearchText.plain(text))).isEqualTo(found);
  }

  @ParameterizedTest(name = "{0} names {1} by {2}")
  @CsvSource({
    "carrier, carrier, 0",
    "carrier, carrier-1, 1",
    "one, carrier one, 2",
    "arr, carrier, 3",
    "other, carrier, 4",
    "carrier one, one carrier, 2",
  })
  void theBetterTheNameFitsTheEarlierItComes(String typed, String name, int rank) {
    assertThat(SearchText.of(typed).rank(name)).isEqualTo(rank);
  }

  @Test
  void whatIsTypedIsBounded() {
    assertThat(SearchText.of(" \t ").isEmpty()).isTrue();
    assertThat(SearchText.of("a b c d e f g h i j k").words()).hasSize(8);
    assertThat(SearchText.of("x".repeat(10_000)).words().getFirst()).hasSize(200);
  }
}
