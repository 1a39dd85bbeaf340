package org.comuta.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is told what becomes of calls, on their lanes and so in order for each: it must neither block nor
 * throw. What the call itself says is still as it was before.
 */
public interface CallObserver {
  /** Sees nothing. */
  CallObserver NONE = new CallObserver() {};

  /** A call began. */
  default void begun(Call call) {}

  /** An answered call of an earlier process goes on. */
  default void resumed(Call call) {}

  /** The NAP a call came from was found. */
  default void cameFrom(Call call, String originNap) {}

  /** A destination is tried. */
  default void attempted(Call call, Attempt attempt) {}

  /** The destination rings; may be told more than once. */
  default void rang(Call call, @Nullable Attempt attempt, Instant at) {}

  /** The destination answered. */
  default void answered(Call call, @Nullable Attempt attempt, Instant at) {}

  /** A try is over; one that was answered ends with its call. */
  default void attemptEnded(Call call, Attempt attempt, Release release, Instant at) {}

  /** A call ended. */
  default void ended(Call call, CallRecord record) {}
}
