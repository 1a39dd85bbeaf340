package org.comuta.statistics;

import java.util.concurrent.atomic.LongAdder;

/**
 * What was counted in one scope since the start. Any thread, no lock; counting allocates nothing,
 * once its adders have grown to as many cells as threads meet in them.
 */
final class Tally {
  private final LongAdder[] counters = new LongAdder[Column.COUNT];
  private final LongAdder resumed = new LongAdder();

  /** What had been counted when {@link #more} was asked last; of one thread only. */
  private long[] seen = new long[Column.COUNT];

  Tally() {
    for (int i = 0; i < counters.length; i++) {
      counters[i] = new LongAdder();
    }
  }

  void count(Column column) {
    counters[column.place()].increment();
  }

  void add(Column column, long amount) {
    counters[column.place()].add(amount);
  }

  /** A call that began in an earlier process, and was counted there, is here now. */
  void resume() {
    resumed.increment();
  }

  /** A seizure rang, or was answered at once, so long after its beginning. */
  void progressed(long millis) {
    count(Column.PROGRESSED);
    add(Column.POST_DIAL_MILLIS, Math.max(0, millis));
  }

  /** An answered call ended after this time of talk. */
  void completed(long millis) {
    count(Column.COMPLETED);
    add(Column.TALK_MILLIS, Math.max(0, millis));
  }

  /** Everything that was counted; what concerns calls that are under way is left at zero. */
  long[] read() {
    long[] counts = new long[Column.COUNT];
    // The ends first, so that no call seems to have ended that has not begun.
    for (int i = Column.COUNT - 1; i >= 0; i--) {
      counts[i] = counters[i].sum();
    }
    return counts;
  }

  /** What was counted since this was asked last; of one thread only. */
  long[] more(long[] counted) {
    long[] more = counted.clone();
    for (int i = 0; i < more.length; i++) {
      more[i] -= seen[i];
    }
    seen = counted;
    return more;
  }

  /** How many calls there are when this was counted. */
  long active(long[] counts) {
    long over = counts[Column.COMPLETED.place()];
    for (FailureClass failure : FailureClass.values()) {
      over += counts[Column.of(failure).place()];
    }
    return Math.max(0, counts[Column.SEIZURES.place()] + resumed.sum() - over);
  }
}
