package org.comuta.tests.harness;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a test expects of the server, with the patience a loaded machine needs. */
public final class Waiting {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long PAUSE_NANOS = 50_000_000L;

  private Waiting() {}

  /**
   * Returns when the condition holds.
   *
   * @param what is waited for, for the message
   * @throws AssertionError when it does not within a minute
   */
  public static void until(String what, BooleanSupplier condition) {
    until(what, condition, () -> "");
  }

  /** The same; in vain, {@code seen} says what there was instead. */
  public static void until(String what, BooleanSupplier condition, Supplier<String> seen) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("waited in vain for " + what + "\n" + seen.get());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
