package org.comuta.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.comuta.cause.Failure;
import org.comuta.nap.Nap;
import org.comuta.routing.Candidate;
import org.comuta.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of every NAP (both directions together) and route, and refuses those over a
 * limit of simultaneous calls or of new calls in any second. The counts outlive a change of
 * configuration; the limits are those of the call's own snapshot. A refused call leaves no count.
 * Any thread, no lock, nothing allocated once a NAP or route is known.
 */
public final class Admission {
  private final ConcurrentHashMap<String, Load> naps = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Load> routes = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  public Admission() {
    this(System::nanoTime);
  }

  /**
   * @param nanoTime a clock in ns that only goes forward
   */
  public Admission(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes a place for a call that comes from this NAP; null when it was given. */
  public @Nullable Failure enterOrigin(Nap origin) {
    Load load = load(naps, origin.name());
    if (!load.take(origin.maxCalls())) {
      return Failure.ORIGIN_LIMIT_REACHED;
    }
    if (!load.beginsAt(nanoTime.getAsLong(), origin.maxCallsPerSecond())) {
      load.give();
      return Failure.ORIGIN_RATE_EXCEEDED;
    }
    return null;
  }

  /** Gives back what {@link #enterOrigin} gave. */
  public void leaveOrigin(Nap origin) {
    leaveOrigin(origin.name());
  }

  /** Gives back a place of the NAP of this name. */
  public void leaveOrigin(String nap) {
    load(naps, nap).give();
  }

  /** Counts a call that is not to be refused, whatever the limits; it leaves like all others. */
  public void countOrigin(String nap) {
    load(naps, nap).take(0);
  }

  /** Takes a place on the route and at its destination; null when both were given. */
  public @Nullable Failure enterDestination(Candidate candidate) {
    Route route = candidate.route();
    Nap nap = candidate.destination();
    Load onRoute = load(routes, route.name());
    Load atNap = load(naps, nap.name());
    if (!onRoute.take(route.maxCalls())) {
      return Failure.DESTINATION_LIMIT_REACHED;
    }
    if (!atNap.take(nap.maxCalls())) {
      onRoute.give();
      return Failure.DESTINATION_LIMIT_REACHED;
    }
    long now = nanoTime.getAsLong();
    if (!onRoute.beginsAt(now, route.maxCallsPerSecond())
        || !atNap.beginsAt(now, nap.maxCallsPerSecond())) {
      onRoute.give();
      atNap.give();
      return Failure.DESTINATION_RATE_EXCEEDED;
    }
    return null;
  }

  /** Gives back what {@link #enterDestination} gave. */
  public void leaveDestination(Candidate candidate) {
    leaveDestination(candidate.route().name(), candidate.destination().name());
  }

  /** Gives back a place of the route and the NAP of these names. */
  public void leaveDestination(String route, String nap) {
    load(routes, route).give();
    load(naps, nap).give();
  }

  /** Counts a call that is not to be refused, whatever the limits; it leaves like all others. */
  public void countDestination(String route, String nap) {
    load(routes, route).take(0);
    load(naps, nap).take(0);
  }

  /** Calls of this NAP now, both directions. */
  public int callsOf(String nap) {
    return calls(naps, nap);
  }

  /** Calls over this route now. */
  public int callsOver(String route) {
    return calls(routes, route);
  }

  private static int calls(ConcurrentHashMap<String, Load> loads, String name) {
    Load load = loads.get(name);
    return load == null ? 0 : load.calls();
  }

  private static Load load(ConcurrentHashMap<String, Load> loads, String name) {
    Load known = loads.get(name);
    return known == null ? loads.computeIfAbsent(name, ignored -> new Load()) : known;
  }
}
