package org.comuta.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.comuta.cause.Failure;
import org.comuta.nap.Nap;
import org.comuta.routing.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of every NAP and route and refuses those over a limit. The counts outlive a
 * change of configuration; the limits are those of the call's own snapshot. Any thread, no lock.
 */
public final class Admission {
  private final ConcurrentHashMap<String, AtomicInteger> naps = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, AtomicInteger> routes = new ConcurrentHashMap<>();

  /** Takes a place for a call that comes from this NAP; null when it was given. */
  public @Nullable Failure enterOrigin(Nap origin) {
    return take(naps, origin.name(), origin.maxCalls(), Failure.ORIGIN_LIMIT_REACHED);
  }

  /** Gives back what {@link #enterOrigin} gave. */
  public void leaveOrigin(Nap origin) {
    give(naps, origin.name());
  }

  /** Takes a place on the route and at its destination; null when both were given. */
  public @Nullable Failure enterDestination(Candidate candidate) {
    Failure failure =
        take(
            routes,
            candidate.route().name(),
            candidate.route().maxCalls(),
            Failure.DESTINATION_LIMIT_REACHED);
    if (failure != null) {
      return failure;
    }
    failure =
        take(
            naps,
            candidate.destination().name(),
            candidate.destination().maxCalls(),
            Failure.DESTINATION_LIMIT_REACHED);
    if (failure != null) {
      give(routes, candidate.route().name());
    }
    return failure;
  }

  /** Gives back what {@link #enterDestination} gave. */
  public void leaveDestination(Candidate candidate) {
    give(routes, candidate.route().name());
    give(naps, candidate.destination().name());
  }

  /** Calls of this NAP now, both directions. */
  public int callsOf(String nap) {
    AtomicInteger count = naps.get(nap);
    return count == null ? 0 : count.get();
  }

  private static @Nullable Failure take(
      ConcurrentHashMap<String, AtomicInteger> counts, String name, int limit, Failure failure) {
    AtomicInteger count = counts.computeIfAbsent(name, ignored -> new AtomicInteger());
    if (limit > 0 && count.incrementAndGet() > limit) {
      count.decrementAndGet();
      return failure;
    }
    if (limit <= 0) {
      count.incrementAndGet();
    }
    return null;
  }

  private static void give(ConcurrentHashMap<String, AtomicInteger> counts, String name) {
    AtomicInteger count = counts.get(name);
    if (count != null) {
      count.decrementAndGet();
    }
  }
}
