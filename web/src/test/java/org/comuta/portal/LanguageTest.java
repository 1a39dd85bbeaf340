package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest(name = "who prefers {0} reads {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | pt-BR",
        "pt | pt-BR",
        "pt-PT | pt-BR",
        "en-GB | en",
        "es-AR | es",
        "de,fr | pt-BR",
        "de,es,en | es",
      })
  void theFirstLanguageWeSpeakIsTaken(String preferred, String tag) {
    Stream<Locale> locales =
        Stream.of(preferred.split(",", -1))
            .filter(one -> !one.isEmpty())
            .map(Locale::forLanguageTag);
    assertThat(Language.best(locales).toLanguageTag()).isEqualTo(tag);
  }
}
