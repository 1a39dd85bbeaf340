package org.comuta.monitoring;

import org.comuta.clock.HostClock;

/** The clock of the host, for {@code /metrics}; nothing where the system does not tell. */
final class ClockMetrics {
  private ClockMetrics() {}

  static void addTo(Exposition metrics) {
    HostClock.read()
        .ifPresent(
            clock -> {
              metrics.gauge(
                  "clock_synchronised",
                  "1 while a time service keeps the clock of the host right, otherwise 0.",
                  clock.synchronised() ? 1 : 0);
              metrics.gauge(
                  "clock_maximum_error_seconds",
                  "How far the clock of the host may be wrong.",
                  clock.maximumError().toNanos() / 1e9);
            });
  }
}
