package org.comuta.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Locks a user's sign-in from one address for a while after several failures. It counts for names
 * of nobody too, so that a lock tells nothing. Memory is bounded: the pair seen longest ago is
 * forgotten first. Any thread.
 */
final class SignInLock {
  private record Key(String user, String address) {}

  private static final class Failures {
    private final Deque<Instant> times = new ArrayDeque<>();
    private @Nullable Instant lockedUntil;
  }

  private final int allowed;
  private final Duration within;
  private final Duration locked;
  private final Map<Key, Failures> pairs;

  SignInLock(int allowed, Duration within, Duration locked, int pairsKept) {
    this.allowed = allowed;
    this.within = within;
    this.locked = locked;
    this.pairs =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > pairsKept;
          }
        };
  }

  /** Until when sign-in is locked; null when it is not. */
  synchronized @Nullable Instant lockedUntil(String user, String address, Instant now) {
    Failures failures = pairs.get(new Key(user, address));
    if (failures == null || failures.lockedUntil == null || !now.isBefore(failures.lockedUntil)) {
      return null;
    }
    return failures.lockedUntil;
  }

  /** Counts a failure; true when this one locked. */
  synchronized boolean failed(String user, String address, Instant now) {
    Failures failures = pairs.computeIfAbsent(new Key(user, address), ignored -> new Failures());
    failures.times.addLast(now);
    Instant oldest = now.minus(within);
    while (!failures.times.isEmpty() && !failures.times.getFirst().isAfter(oldest)) {
      failures.times.removeFirst();
    }
    if (failures.times.size() < allowed) {
      return false;
    }
    failures.times.clear();
    failures.lockedUntil = now.plus(locked);
    return true;
  }

  /** Forgets the failures of this pair. */
  synchronized void succeeded(String user, String address) {
    pairs.remove(new Key(user, address));
  }

  synchronized int pairsKept() {
    return pairs.size();
  }
}
