package org.comuta.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes each of what comes only once within a time. Memory is bounded: what came longest ago is
 * forgotten first. Any thread.
 */
final class OnceOnly {
  private final Duration within;
  private final Map<String, Instant> seen;

  OnceOnly(Duration within, int most) {
    this.within = within;
    this.seen =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > most;
          }
        };
  }

  /** Whether it has not come before. */
  synchronized boolean isFirst(String what, Instant now) {
    seen.values().removeIf(at -> at.plus(within).isBefore(now));
    return seen.putIfAbsent(what, now) == null;
  }
}
