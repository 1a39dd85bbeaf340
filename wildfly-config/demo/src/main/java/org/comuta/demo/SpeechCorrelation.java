package org.comuta.demo;

/**
 * How much of what one side said the other side heard: the largest normalized cross-correlation of
 * the speech with a stretch of the same length of the recording.
 *
 * @param value 1 for the same sound at any volume and delay, near 0 for unrelated sound
 * @param delaySamples where in the recording the speech begins, in samples
 */
public record SpeechCorrelation(double value, int delaySamples) {

  /** Quieter than this, about −42 dB of full scale, is silence before and after the speech. */
  private static final int SILENCE = 256;

  private static final SpeechCorrelation NOTHING = new SpeechCorrelation(0, 0);

  /**
   * Compares speech with a recording of it. A recording that ends before the speech does counts as
   * followed by silence, so that speech cut short lowers the value.
   *
   * @throws IllegalArgumentException when the sample rates differ, or nothing was said
   */
  public static SpeechCorrelation of(Recording spoken, Recording heard) {
    if (spoken.rate() != heard.rate()) {
      throw new IllegalArgumentException(
          "sample rates differ: " + spoken.rate() + " and " + heard.rate());
    }
    double[] speech = withoutSilence(spoken);
    double speechEnergy = energy(speech);
    if (speechEnergy == 0) {
      throw new IllegalArgumentException("nothing was said");
    }
    double[] products = crossCorrelation(speech, heard);
    double[] energyUpTo = cumulativeEnergy(heard);
    // A stretch with next to no energy correlates with anything by chance.
    double audible = speechEnergy / 1_000_000;
    SpeechCorrelation best = NOTHING;
    for (int delay = 0; delay < heard.length(); delay++) {
      int end = Math.min(delay + speech.length, heard.length());
      double stretchEnergy = energyUpTo[end] - energyUpTo[delay];
      if (stretchEnergy > audible) {
        double value = products[delay] / Math.sqrt(speechEnergy * stretchEnergy);
        if (value > best.value) {
          best = new SpeechCorrelation(value, delay);
        }
      }
    }
    return best;
  }

  private static double[] withoutSilence(Recording spoken) {
    int begin = 0;
    int end = spoken.length();
    while (begin < end && Math.abs(spoken.sample(begin)) < SILENCE) {
      begin++;
    }
    while (end > begin && Math.abs(spoken.sample(end - 1)) < SILENCE) {
      end--;
    }
    double[] speech = new double[end - begin];
    for (int index = 0; index < speech.length; index++) {
      speech[index] = spoken.sample(begin + index);
    }
    return speech;
  }

  private static double energy(double[] samples) {
    double sum = 0;
    for (double sample : samples) {
      sum += sample * sample;
    }
    return sum;
  }

  private static double[] cumulativeEnergy(Recording heard) {
    double[] sums = new double[heard.length() + 1];
    for (int index = 0; index < heard.length(); index++) {
      double sample = heard.sample(index);
      sums[index + 1] = sums[index] + sample * sample;
    }
    return sums;
  }

  /** The sum of products for every delay, by way of the frequency domain. */
  private static double[] crossCorrelation(double[] speech, Recording heard) {
    int length = Integer.highestOneBit(Math.max(1, speech.length + heard.length())) * 2;
    double[] speechReal = new double[length];
    double[] speechImaginary = new double[length];
    double[] heardReal = new double[length];
    double[] heardImaginary = new double[length];
    System.arraycopy(speech, 0, speechReal, 0, speech.length);
    for (int index = 0; index < heard.length(); index++) {
      heardReal[index] = heard.sample(index);
    }
    FourierTransform.forward(speechReal, speechImaginary);
    FourierTransform.forward(heardReal, heardImaginary);
    for (int index = 0; index < length; index++) {
      double real =
          speechReal[index] * heardReal[index] + speechImaginary[index] * heardImaginary[index];
      double imaginary =
          speechReal[index] * heardImaginary[index] - speechImaginary[index] * heardReal[index];
      heardReal[index] = real;
      heardImaginary[index] = imaginary;
    }
    FourierTransform.inverse(heardReal, heardImaginary);
    return heardReal;
  }
}
