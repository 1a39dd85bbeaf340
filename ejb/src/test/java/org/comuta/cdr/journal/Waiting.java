package org.comuta.cdr.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread does. */
public final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Waiting() {}

  /** Returns as soon as the condition holds; fails after 20 s. */
  public static void until(Callable<Boolean> condition) throws Exception {
    Instant limit = Instant.now().plus(LONGEST);
    boolean holds = condition.call();
    while (!holds && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(2_000_000);
      holds = condition.call();
    }
    assertThat(holds).as("holds within %s", LONGEST).isTrue();
  }
}
