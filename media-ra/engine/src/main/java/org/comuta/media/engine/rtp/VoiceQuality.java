package org.comuta.media.engine.rtp;

import java.util.Locale;

/**
 * Estimated quality of speech by the E-model (ITU-T G.107) with its default values; equipment
 * factors of the codecs from ITU-T G.113 appendix I, and the nearest relative's where that names
 * none. Wideband codecs are judged on the same narrowband scale.
 */
public final class VoiceQuality {
  private static final double BEST = 93.2;

  private VoiceQuality() {}

  /** Impairment without loss, and robustness to it, with packet loss concealment. */
  private record Equipment(double impairment, double robustness) {}

  private static Equipment of(String encoding) {
    return switch (encoding.toUpperCase(Locale.ROOT)) {
      case "PCMA", "PCMU", "L16" -> new Equipment(0, 25.1);
      case "G722", "OPUS", "AMR-WB", "SPEEX" -> new Equipment(0, 20);
      case "G729" -> new Equipment(11, 19);
      case "G723" -> new Equipment(15, 16.1);
      case "G728" -> new Equipment(7, 17);
      case "G726-32", "DVI4" -> new Equipment(7, 17);
      case "G726-24" -> new Equipment(25, 17);
      case "G726-40" -> new Equipment(2, 17);
      case "ILBC" -> new Equipment(11, 32);
      case "AMR", "GSM-EFR" -> new Equipment(5, 10);
      case "GSM" -> new Equipment(20, 10);
      case "GSM-HR-08" -> new Equipment(23, 10);
      default -> new Equipment(5, 10);
    };
  }

  /**
   * Mean opinion score.
   *
   * @param encoding the codec, in the spelling of its registration
   * @param lossPercent 0 to 100
   * @param burstRatio 1 for loss at random, more where losses come together
   * @param delayMillis from mouth to ear
   * @return 1 to 4.5
   */
  public static double mos(
      String encoding, double lossPercent, double burstRatio, double delayMillis) {
    Equipment equipment = of(encoding);
    double impairment =
        equipment.impairment
            + (95 - equipment.impairment)
                * lossPercent
                / (lossPercent / burstRatio + equipment.robustness);
    double delay = 0.024 * delayMillis + 0.11 * Math.max(0, delayMillis - 177.3);
    double rating = BEST - delay - impairment;
    if (rating <= 0) {
      return 1;
    }
    double score = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
    // The curve dips below 1 for the lowest ratings.
    return Math.clamp(score, 1, 4.5);
  }
}
