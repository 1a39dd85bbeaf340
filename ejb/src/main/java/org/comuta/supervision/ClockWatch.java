package org.comuta.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.clock.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * Raises an alarm while nothing keeps the clock of the host right: records and logs tell its time.
 * One thread.
 */
final class ClockWatch {
  /** A time service takes a while after the host starts, and when its servers change. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Supplier<Optional<ClockState>> clock;
  private final Alarms alarms;
  private final InstantSource now;
  private @Nullable Instant wrongSince;

  /**
   * @param clock how the clock is; empty where nobody knows, which raises nothing
   * @param now must go on evenly, whatever the host's clock does
   */
  ClockWatch(Supplier<Optional<ClockState>> clock, Alarms alarms, InstantSource now) {
    this.clock = clock;
    this.alarms = alarms;
    this.now = now;
  }

  /** Looks once. */
  void look() {
    Optional<ClockState> state = clock.get();
    if (state.isEmpty() || state.get().synchronised()) {
      wrongSince = null;
      alarms.clear(Condition.CLOCK_NOT_SYNCHRONISED, Checks.EXCHANGE);
      return;
    }
    Instant moment = now.instant();
    if (wrongSince == null) {
      wrongSince = moment;
    }
    if (!moment.isBefore(wrongSince.plus(PATIENCE))) {
      alarms.raise(
          Condition.CLOCK_NOT_SYNCHRONISED,
          Checks.EXCHANGE,
          "no time service keeps the clock; it may be wrong by %.3f s"
              .formatted(state.get().maximumError().toNanos() / 1e9));
    }
  }
}
