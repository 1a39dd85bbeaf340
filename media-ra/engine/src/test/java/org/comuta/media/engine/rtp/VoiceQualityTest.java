package org.comuta.media.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceQualityTest {
  @ParameterizedTest(name = "{0}, {1} % lost (ratio {2}), {3} ms: {4}")
  @CsvSource({
    // 93.2 is the best the model gives: 4.41 (ITU-T G.107 annex B).
    "PCMA,   0, 1,   0, 4.41",
    "PCMU,   0, 1, 150, 4.33",
    "PCMA,   0, 1, 400, 3.05",
    "G729,   0, 1,   0, 4.10",
    "GSM,    0, 1,   0, 3.74",
    "PCMA,   5, 1,   0, 3.92",
    "PCMA,   5, 4,   0, 3.83",
    "PCMA, 100, 1, 500, 1.00",
  })
  void scores(String encoding, double loss, double burst, double delay, double score) {
    assertThat(VoiceQuality.mos(encoding, loss, burst, delay)).isCloseTo(score, within(0.02));
  }

  @Property
  void moreLossOrDelayIsNeverBetter(
      @ForAll @DoubleRange(min = 0, max = 99) double loss,
      @ForAll @DoubleRange(min = 0, max = 1000) double delay) {
    double score = VoiceQuality.mos("G729", loss, 1, delay);
    assertThat(score).isBetween(1.0, 4.5);
    assertThat(VoiceQuality.mos("G729", loss + 1, 1, delay)).isLessThanOrEqualTo(score);
    assertThat(VoiceQuality.mos("G729", loss, 1, delay + 1)).isLessThanOrEqualTo(score);
  }
}
