package org.comuta.admission;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The calls of one NAP or route: how many there are, and how fast they came. Any thread. */
final class Load {
  private final AtomicInteger calls = new AtomicInteger();
  private volatile @Nullable RateWindow window;

  /** Takes a place unless this many are taken; 0 for no limit. */
  boolean take(int limit) {
    if (limit <= 0) {
      calls.incrementAndGet();
      return true;
    }
    int now = calls.get();
    while (now < limit) {
      if (calls.compareAndSet(now, now + 1)) {
        return true;
      }
      now = calls.get();
    }
    return false;
  }

  void give() {
    calls.decrementAndGet();
  }

  int calls() {
    return calls.get();
  }

  /** Whether one more call may begin in this second; 0 for no limit. */
  boolean beginsAt(long now, int limit) {
    if (limit <= 0) {
      return true;
    }
    RateWindow current = window;
    if (current == null || current.limit() != limit) {
      // A limit just changed. Two threads may each make a window; the second of grace is no harm.
      current = new RateWindow(limit, now);
      window = current;
    }
    return current.enter(now);
  }
}
