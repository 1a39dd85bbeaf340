package org.comuta.sip.container.lane;

import java.time.Duration;

/**
 * Whether messages wait too long on the lanes of one thread. As RFC 8289 teaches, what counts is
 * not how many wait but how long the one that begins now has waited, and whether that stays so: a
 * burst that is gone in a moment harms nobody. Of whoever carries the lanes, but for {@link #isOn}.
 */
final class Congestion {

  /** A message may wait so long: far less than its sender waits before repeating it. */
  static final long TOLERATED_NANOS = Duration.ofMillis(100).toNanos();

  /** Later than that for so long, without a pause, is congestion. */
  static final long ONSET_NANOS = Duration.ofMillis(500).toNanos();

  /** Nothing late for so long is its end. */
  static final long RELIEF_NANOS = Duration.ofSeconds(2).toNanos();

  private boolean wasLate;
  private long lateSince;
  private volatile boolean on;
  private volatile long lastLate;

  /**
   * A message begins.
   *
   * @param queuedAt when it was queued, in nanoseconds of {@link System#nanoTime}
   * @return whether it suffers from congestion: what begins something new then better does not
   */
  boolean begins(long queuedAt, long now) {
    boolean late = now - queuedAt > TOLERATED_NANOS;
    if (late) {
      lateSince = wasLate ? lateSince : now;
      lastLate = now;
      on = on || now - lateSince >= ONSET_NANOS;
    } else if (on && now - lastLate >= RELIEF_NANOS) {
      on = false;
    }
    wasLate = late;
    return late && on;
  }

  /** Nothing waits any more. */
  void paused() {
    wasLate = false;
  }

  /** Whether there is congestion now. Any thread. */
  boolean isOn(long now) {
    return on && now - lastLate < RELIEF_NANOS;
  }
}
