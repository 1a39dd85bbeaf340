package org.comuta.admission;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The calls of one NAP or route: how many there are, and how fast they came. Any thread. */
final class Load {
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicReference<@Nullable RateWindow> window = new AtomicReference<>();

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
    return windowOf(limit, now).enter(now);
  }

  /** The window of this limit; one that just changed begins anew, the same for all threads. */
  private RateWindow windowOf(int limit, long now) {
    while (true) {
      RateWindow current = window.get();
      if (current != null && current.limit() == limit) {
        return current;
      }
      RateWindow anew = new RateWindow(limit, now);
      if (window.compareAndSet(current, anew)) {
        return anew;
      }
    }
  }
}
