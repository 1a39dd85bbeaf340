package org.comuta.statistics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in some time, to be shown; the words of the API.
 *
 * @param seizures calls that came, or tries that were made
 * @param answered of those decided in this time, the ones that were answered
 * @param failed the ones that were not
 * @param failures those by their class; only classes that occurred
 * @param completed answered calls that ended
 * @param peakCalls most calls at once
 * @param asr answer seizure ratio in percent; null when nothing was decided
 * @param ner network effectiveness ratio in percent; null when nothing was decided
 * @param acdSeconds average call duration; null when no answered call ended
 * @param pddSeconds mean post-dial delay; null when nothing rang
 */
public record Figures(
    long seizures,
    long answered,
    long failed,
    Map<FailureClass, Long> failures,
    long completed,
    long peakCalls,
    @Nullable Double asr,
    @Nullable Double ner,
    @Nullable Double acdSeconds,
    @Nullable Double pddSeconds) {
  private static final double TENTHS = 10;
  private static final double THOUSANDTHS = 1000;

  public Figures {
    failures = Collections.unmodifiableMap(failures);
  }

  /** The figures of a sample. */
  public static Figures of(Sample sample) {
    Map<FailureClass, Long> failures = new EnumMap<>(FailureClass.class);
    for (FailureClass failure : FailureClass.values()) {
      if (sample.failed(failure) > 0) {
        failures.put(failure, sample.failed(failure));
      }
    }
    return new Figures(
        sample.get(Column.SEIZURES),
        sample.get(Column.ANSWERED),
        sample.failed(),
        failures,
        sample.get(Column.COMPLETED),
        sample.get(Column.PEAK_CALLS),
        rounded(sample.asr(), TENTHS),
        rounded(sample.ner(), TENTHS),
        rounded(sample.acdSeconds(), TENTHS),
        rounded(sample.pddSeconds(), THOUSANDTHS));
  }

  private static @Nullable Double rounded(OptionalDouble value, double parts) {
    return value.isEmpty() ? null : Math.round(value.getAsDouble() * parts) / parts;
  }
}
