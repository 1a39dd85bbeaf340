package org.comuta.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechCorrelationTest {

  private static final int RATE = 8000;

  @Test
  void the_same_sound_correlates_wholly() {
    Recording speech = new Recording(noise(1, RATE), RATE);

    assertThat(SpeechCorrelation.of(speech, speech).value()).isCloseTo(1, within(0.001));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 159, 4000, 20000})
  void a_delay_is_found_to_the_sample(int delay) {
    short[] speech = noise(2, RATE);
    short[] heard = new short[delay + speech.length + 300];
    System.arraycopy(speech, 0, heard, delay, speech.length);

    SpeechCorrelation result =
        SpeechCorrelation.of(new Recording(speech, RATE), new Recording(heard, RATE));

    assertThat(result.value()).isCloseTo(1, within(0.001));
    assertThat(result.delaySamples()).isEqualTo(delay);
  }

  @Test
  void a_change_of_volume_does_not_matter() {
    short[] speech = noise(3, RATE);
    short[] quiet = new short[RATE];
    for (int index = 0; index < RATE; index++) {
      quiet[index] = (short) (speech[index] / 10);
    }

    assertThat(
            SpeechCorrelation.of(new Recording(speech, RATE), new Recording(quiet, RATE)).value())
        .isCloseTo(1, within(0.01));
  }

  @Test
  void other_speech_does_not_correlate() {
    assertThat(
            SpeechCorrelation.of(
                    new Recording(noise(4, RATE), RATE), new Recording(noise(5, 3 * RATE), RATE))
                .value())
        .isLessThan(0.1);
  }

  @Test
  void silence_does_not_correlate() {
    assertThat(
            SpeechCorrelation.of(
                    new Recording(noise(6, RATE), RATE), new Recording(new short[RATE], RATE))
                .value())
        .isZero();
  }

  @Test
  void noise_as_loud_as_the_speech_lowers_the_value_as_theory_says() {
    short[] speech = noise(7, RATE);
    short[] other = noise(8, RATE);
    short[] heard = new short[RATE];
    for (int index = 0; index < RATE; index++) {
      heard[index] = (short) ((speech[index] + other[index]) / 2);
    }

    assertThat(
            SpeechCorrelation.of(new Recording(speech, RATE), new Recording(heard, RATE)).value())
        .isCloseTo(Math.sqrt(0.5), within(0.03));
  }

  @Test
  void half_of_the_speech_lost_is_seen() {
    short[] speech = noise(9, 2 * RATE);
    short[] heard = new short[2 * RATE];
    // Every second frame of 20 ms is missing.
    for (int index = 0; index < heard.length; index++) {
      heard[index] = (index / 160) % 2 == 0 ? speech[index] : 0;
    }

    assertThat(
            SpeechCorrelation.of(new Recording(speech, RATE), new Recording(heard, RATE)).value())
        .isLessThan(0.8);
  }

  @Test
  void silence_around_the_speech_does_not_count() {
    short[] speech = noise(10, RATE);
    short[] padded = new short[5 * RATE];
    System.arraycopy(speech, 0, padded, 2 * RATE, RATE);

    assertThat(
            SpeechCorrelation.of(new Recording(padded, RATE), new Recording(speech, RATE)).value())
        .isCloseTo(1, within(0.001));
  }

  @Test
  void nothing_said_is_refused() {
    Recording silence = new Recording(new short[RATE], RATE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpeechCorrelation.of(silence, silence))
        .withMessage("nothing was said");
  }

  @Test
  void different_sample_rates_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SpeechCorrelation.of(
                    new Recording(noise(11, 100), 8000), new Recording(noise(11, 100), 16000)))
        .withMessageContaining("8000 and 16000");
  }

  /** Seeded noise, loud at both ends so that no sample of it counts as silence around it. */
  private static short[] noise(long seed, int length) {
    Random random = new Random(seed);
    short[] samples = new short[length];
    for (int index = 0; index < length; index++) {
      samples[index] = (short) (random.nextInt(20000) - 10000);
    }
    samples[0] = 9000;
    samples[length - 1] = -9000;
    return samples;
  }
}
