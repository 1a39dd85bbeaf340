package org.comuta.admission;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * At most so many events in any second. Keeps the time of each of the last {@code limit} events in
 * a ring; another is let in when the oldest of them is a second old. Any thread, no lock; letting
 * an event in or not allocates nothing.
 */
final class RateWindow {
  private static final long SECOND = 1_000_000_000L;

  private final int limit;
  private final AtomicLongArray times;
  private final AtomicLong oldest = new AtomicLong();

  /**
   * @param limit events per second, at least 1
   * @param now the time, in ns of any clock that only goes forward
   */
  RateWindow(int limit, long now) {
    this.limit = limit;
    this.times = new AtomicLongArray(limit);
    for (int i = 0; i < limit; i++) {
      times.setPlain(i, now - SECOND);
    }
  }

  int limit() {
    return limit;
  }

  /** Whether one more event may happen at this time; if so it is counted. */
  boolean enter(long now) {
    while (true) {
      long position = oldest.get();
      int slot = (int) (position % limit);
      long before = times.get(slot);
      if (now - before >= SECOND) {
        if (times.compareAndSet(slot, before, now)) {
          oldest.compareAndSet(position, position + 1);
          return true;
        }
      } else if (now - times.get((int) ((position + 1) % limit)) >= SECOND) {
        // Another thread took this slot and has not moved on yet.
        oldest.compareAndSet(position, position + 1);
      } else if (position == oldest.get()) {
        return false;
      }
    }
  }
}
