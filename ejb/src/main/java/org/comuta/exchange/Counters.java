package org.comuta.exchange;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Named counters since the start. Any thread. Names are few, fixed words in snake case. */
public final class Counters {
  /** Calls refused because there was more to do than could be done. */
  public static final String OVERLOADED = "overloaded";

  private final ConcurrentHashMap<String, LongAdder> counters = new ConcurrentHashMap<>();

  /** Adds one. */
  public void increment(String name) {
    LongAdder counter = counters.get(name);
    if (counter == null) {
      counter = counters.computeIfAbsent(name, ignored -> new LongAdder());
    }
    counter.increment();
  }

  /** What was counted under this name. */
  public long value(String name) {
    LongAdder counter = counters.get(name);
    return counter == null ? 0 : counter.sum();
  }

  /** All of them, by name. */
  public Map<String, Long> values() {
    Map<String, Long> values = new TreeMap<>();
    counters.forEach((name, counter) -> values.put(name, counter.sum()));
    return values;
  }
}
