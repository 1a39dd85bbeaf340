package org.comuta.statistics;

import java.util.EnumMap;
import java.util.Map;

/** What was counted in one scope over time, in all steps. Confined by the lock of its owner. */
final class Series {
  private final Map<Step, Ring> rings = new EnumMap<>(Step.class);

  Series() {
    for (Step step : Step.values()) {
      rings.put(step, new Ring(step));
    }
  }

  /** Adds what was counted in this second. */
  void add(long second, long[] counts) {
    rings.values().forEach(ring -> ring.add(second, counts));
  }

  Ring of(Step step) {
    Ring ring = rings.get(step);
    if (ring == null) {
      throw new IllegalStateException(step.name());
    }
    return ring;
  }
}
