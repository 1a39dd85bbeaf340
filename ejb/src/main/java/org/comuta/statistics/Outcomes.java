package org.comuta.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.statistics.NapState.LastFailure;
import org.jspecify.annotations.Nullable;

/**
 * How the last tries at one NAP went: whether it answers at all, and why it refused. Any thread, no
 * lock, nothing allocated by telling.
 */
final class Outcomes {
  /** How many failures are remembered. */
  static final int KEPT = 8;

  private static final int FAILURE_BITS = 6;
  private static final int STATUS_BITS = 10;
  private static final int CAUSE_BITS = 7;

  /** Numbers of the failures; 0 is none. */
  private static final List<@Nullable Failure> FAILURES = new ArrayList<>();

  private static final Map<Failure, Integer> NUMBERS = new EnumMap<>(Failure.class);

  static {
    FAILURES.add(null);
    for (Failure failure : Failure.values()) {
      NUMBERS.put(failure, FAILURES.size());
      FAILURES.add(failure);
    }
  }

  /** Second, cause, status and reason of each, packed. */
  private final AtomicLongArray failures = new AtomicLongArray(KEPT);

  private final AtomicInteger next = new AtomicInteger();
  private volatile long heardAt;
  private volatile long silentAt;

  /** The NAP said something, whatever it was. */
  void heard(long atMillis) {
    heardAt = atMillis;
  }

  /** A try at the NAP failed. */
  void failed(long atMillis, Release release) {
    Failure failure = release.failure();
    if (failure == Failure.DESTINATION_NO_RESPONSE || failure == Failure.DESTINATION_UNREACHABLE) {
      silentAt = atMillis;
    } else if (release.by() == Party.CALLED) {
      heardAt = atMillis;
    }
    if (release.by() != Party.CALLER) {
      long packed = Math.floorDiv(atMillis, 1000);
      packed = packed << CAUSE_BITS | release.cause().value();
      packed = packed << STATUS_BITS | release.sipStatus();
      packed = packed << FAILURE_BITS | NUMBERS.getOrDefault(failure, 0);
      failures.set(Math.floorMod(next.getAndIncrement(), KEPT), packed);
    }
  }

  /** When it was heard last; 0 when never. */
  long heardAt() {
    return heardAt;
  }

  /** Whether the last try that says so was not responded to. */
  boolean isSilent() {
    return silentAt > heardAt;
  }

  /** The last failures, the newest first. */
  List<LastFailure> lastFailures() {
    List<LastFailure> last = new ArrayList<>();
    int newest = next.get() - 1;
    for (int i = 0; i < KEPT; i++) {
      long packed = failures.get(Math.floorMod(newest - i, KEPT));
      if (packed != 0) {
        last.add(unpack(packed));
      }
    }
    return last;
  }

  private static LastFailure unpack(long packed) {
    int failure = (int) (packed & ((1 << FAILURE_BITS) - 1));
    long rest = packed >>> FAILURE_BITS;
    int status = (int) (rest & ((1 << STATUS_BITS) - 1));
    rest >>>= STATUS_BITS;
    int cause = (int) (rest & ((1 << CAUSE_BITS) - 1));
    return new LastFailure(
        Instant.ofEpochSecond(rest >>> CAUSE_BITS), cause, status, FAILURES.get(failure));
  }
}
