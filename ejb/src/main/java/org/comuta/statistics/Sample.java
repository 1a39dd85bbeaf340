package org.comuta.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What was counted in some time, and the ratios of it. Immutable.
 *
 * <p>A seizure counts in the ratios when it is decided: at the answer, or at its end without one.
 * So a ratio never has a call in the one part of the fraction that is not in the other, and a long
 * call counts when it is answered, not hours later.
 */
public final class Sample {
  /** Of a time in which nothing was. */
  public static final Sample NOTHING = new Sample(new long[Column.COUNT]);

  private static final double PERCENT = 100;
  private static final double MILLIS_A_SECOND = 1000;

  private final long[] counts;

  private Sample(long[] counts) {
    this.counts = counts;
  }

  /** These counts, in the order of the columns. */
  static Sample of(long[] counts) {
    return new Sample(Arrays.copyOf(counts, Column.COUNT));
  }

  public long get(Column column) {
    return counts[column.place()];
  }

  /** What was counted in both times. */
  public Sample plus(Sample other) {
    long[] sum = counts.clone();
    add(sum, other.counts);
    return new Sample(sum);
  }

  /** Adds counts to others. */
  static void add(long[] sum, long[] more) {
    for (int i = 0; i < Column.COUNT; i++) {
      sum[i] =
          i == Column.PEAK_CALLS.place()
              ? Math.max(sum[i], more[i])
              : Math.addExact(sum[i], more[i]);
    }
  }

  long[] counts() {
    return counts.clone();
  }

  /** Failures of this class. */
  public long failed(FailureClass failure) {
    return get(Column.of(failure));
  }

  /** Failures of all classes. */
  public long failed() {
    long sum = 0;
    for (FailureClass failure : FailureClass.values()) {
      sum += failed(failure);
    }
    return sum;
  }

  /** Seizures that were decided: answered, or over without an answer. */
  public long decided() {
    return get(Column.ANSWERED) + failed();
  }

  /**
   * Answer seizure ratio, in percent: seizures that were answered of all that were decided (ITU-T
   * E.411, 3.2; E.425, 3.1). Empty when none was decided.
   */
  public OptionalDouble asr() {
    return ratio(PERCENT * get(Column.ANSWERED), decided());
  }

  /**
   * Network effectiveness ratio, in percent: seizures that were answered, or met a user who was
   * busy, did not answer or declined, of all that were decided (ITU-T E.425, 3.2). Empty when none
   * was decided.
   */
  public OptionalDouble ner() {
    return ratio(PERCENT * (get(Column.ANSWERED) + failed(FailureClass.USER)), decided());
  }

  /**
   * Average call duration, in seconds: time from answer to end, of answered calls that ended (mean
   * conversation time, ITU-T E.437). Empty when none ended.
   */
  public OptionalDouble acdSeconds() {
    return ratio(get(Column.TALK_MILLIS) / MILLIS_A_SECOND, get(Column.COMPLETED));
  }

  /**
   * Post-dial delay, in seconds: from the first message of the call to its first ringing or,
   * without that, its answer (post-selection delay, ITU-T E.721, 2.2; session request delay, RFC
   * 6076, 4.3.1). Empty when none rang.
   */
  public OptionalDouble pddSeconds() {
    return ratio(get(Column.POST_DIAL_MILLIS) / MILLIS_A_SECOND, get(Column.PROGRESSED));
  }

  /** Mean number of calls in this many seconds: traffic in erlangs (ITU-T E.600, 2.1). */
  public double meanCalls(long seconds) {
    return (double) get(Column.CALL_SECONDS) / Math.max(1, seconds);
  }

  private static OptionalDouble ratio(double part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample sample && Arrays.equals(counts, sample.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
