package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.nap.MediaMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {
  private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private static LegMedia leg(long received, long lost, @Nullable Double mos) {
    return new LegMedia("PCMA", "192.0.2.1:1", received, 0, 0, 0, lost, 0, 0, null, mos);
  }

  @ParameterizedTest(name = "{0} came and {1} did not: {2}")
  @CsvSource({
    "98, 2,  '2,0'",
    "100, 0, '0,0'",
    "0, 0, –",
    "0, 5, –",
    "100, -3, '0,0'",
  })
  void lossIsAShareOfWhatShouldHaveCome(long received, long lost, String shown) {
    assertThat(Quality.loss(leg(received, lost, null), PORTUGUESE)).isEqualTo(shown);
  }

  @Test
  void aFigureNobodyKnowsIsADash() {
    assertThat(Quality.legs(null, leg -> "x")).isEqualTo("–");
    assertThat(Quality.legs(MediaRecord.of(MediaMode.BYPASS), leg -> "x")).isEqualTo("–");
    MediaRecord half = new MediaRecord(MediaMode.BRIDGE, leg(1, 0, 4.41), null);
    assertThat(Quality.legs(half, leg -> Quality.mos(leg, PORTUGUESE))).isEqualTo("4,4 · –");
    assertThat(Quality.mos(leg(1, 0, null), PORTUGUESE)).isEqualTo("–");
  }
}
