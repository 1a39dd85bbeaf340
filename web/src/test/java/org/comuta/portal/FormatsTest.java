package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  @ParameterizedTest(name = "{0} ms are {1}")
  @CsvSource({"0, 0:00", "999, 0:00", "61000, 1:01", "3600000, 1:00:00", "360061000, 100:01:01"})
  void durationsAreClocks(long millis, String shown) {
    assertThat(Formats.clock(Duration.ofMillis(millis))).isEqualTo(shown);
  }

  @Test
  void momentsAreShownAsTheLanguageWritesThemInTheZone() {
    Instant moment = Instant.parse("2026-03-01T12:00:05Z");
    ZoneId zone = ZoneId.of("America/Sao_Paulo");
    assertThat(Formats.moment(moment, Locale.forLanguageTag("pt-BR"), zone))
        .startsWith("01/03/2026")
        .endsWith("09:00:05");
    assertThat(Formats.moment(moment, Locale.ENGLISH, zone)).startsWith("3/1/26");
    assertThat(Formats.moment(null, Locale.ENGLISH, zone)).isEqualTo("–");
  }
}
