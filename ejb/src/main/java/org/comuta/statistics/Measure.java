package org.comuta.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a series shows of its samples; the words of the API. */
public enum Measure {
  /** Mean number of calls (erlangs). */
  ACTIVE_CALLS("activeCalls", "calls") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return OptionalDouble.of(sample.meanCalls(seconds));
    }
  },
  /** Most calls at once. */
  PEAK_CALLS("peakCalls", "calls") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return OptionalDouble.of((double) sample.get(Column.PEAK_CALLS));
    }
  },
  CALLS_PER_SECOND("callsPerSecond", "callsPerSecond") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return OptionalDouble.of((double) sample.get(Column.SEIZURES) / Math.max(1, seconds));
    }
  },
  SEIZURES("seizures", "calls") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return OptionalDouble.of((double) sample.get(Column.SEIZURES));
    }
  },
  ANSWERED("answered", "calls") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return OptionalDouble.of((double) sample.get(Column.ANSWERED));
    }
  },
  FAILED("failed", "calls") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return OptionalDouble.of((double) sample.failed());
    }
  },
  ASR("asr", "percent") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return sample.asr();
    }
  },
  NER("ner", "percent") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return sample.ner();
    }
  },
  ACD("acd", "seconds") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return sample.acdSeconds();
    }
  },
  PDD("pdd", "seconds") {
    @Override
    public OptionalDouble of(Sample sample, long seconds) {
      return sample.pddSeconds();
    }
  };

  private final String word;
  private final String unit;

  Measure(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  /**
   * Its value over a time.
   *
   * @param seconds length of the time that the sample is of
   */
  public abstract OptionalDouble of(Sample sample, long seconds);

  public String word() {
    return word;
  }

  public String unit() {
    return unit;
  }

  public static Optional<Measure> of(String word) {
    return Arrays.stream(values()).filter(measure -> measure.word.equals(word)).findFirst();
  }
}
