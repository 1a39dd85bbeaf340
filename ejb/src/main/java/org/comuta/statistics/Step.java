package org.comuta.statistics;

import java.time.Duration;
import java.time.Instant;

/** How finely a series is kept, and how far back. */
public enum Step {
  /** The last five minutes by second. */
  SECOND(1, 300),
  /** The last 24 hours by minute. */
  MINUTE(60, 1440),
  /** The last 31 days by hour. */
  HOUR(3600, 744);

  private final int seconds;
  private final int length;

  Step(int seconds, int length) {
    this.seconds = seconds;
    this.length = length;
  }

  public int seconds() {
    return seconds;
  }

  /** How many steps are kept. */
  public int length() {
    return length;
  }

  /** How far back it goes. */
  public Duration reach() {
    return Duration.ofSeconds((long) seconds * length);
  }

  /** Number of the step that a second since 1970 is in. */
  long at(long epochSecond) {
    return Math.floorDiv(epochSecond, seconds);
  }

  /** When a step of this number begins. */
  Instant begin(long number) {
    return Instant.ofEpochSecond(number * seconds);
  }
}
