package org.comuta.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {
  @ParameterizedTest(name = "language {0} and zone {1}: wrong is {2}")
  @CsvSource({
    "pt-BR, America/Sao_Paulo, ''",
    "en, , ''",
    ", UTC, ''",
    "pt, , language",
    "EN, , language",
    "'', , language",
    ", Sao_Paulo, timeZone",
    ", america/sao_paulo, timeZone",
    ", -03:00, timeZone",
    "de, Mars/Olympus, language timeZone",
  })
  void onlyWhatThereIsCanBeChosen(
      @Nullable String language, @Nullable String timeZone, String wrong) {
    assertThat(new Preferences(language, timeZone, Theme.DARK).check())
        .extracting(Problem::field)
        .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong.split(" ")));
  }

  @Test
  void whatAnotherVersionStoredIsNotChosen() {
    assertThat(
            Preferences.of(Map.of("language", "tlh", "timeZone", "Mars/Olympus", "theme", "PINK")))
        .isEqualTo(Preferences.NONE);
    assertThat(Preferences.of(Map.of("language", "es", "timeZone", "UTC", "theme", "DARK")))
        .isEqualTo(new Preferences("es", "UTC", Theme.DARK));
  }

  @Test
  void theZoneOfTheServerServesWhoChoseNone() {
    ZoneId server = ZoneId.of("Europe/Lisbon");
    assertThat(Preferences.NONE.zoneOr(server)).isEqualTo(server);
    assertThat(new Preferences(null, "America/Manaus", Theme.SYSTEM).zoneOr(server))
        .isEqualTo(ZoneId.of("America/Manaus"));
  }
}
