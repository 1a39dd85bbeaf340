package org.comuta.nap;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What keep-alive found of the places where NAPs are reached: their domain, or each of their
 * proxies. Any thread; reading takes no lock.
 */
public final class Reachability {
  /** So many questions in a row without an answer, and a place is inactive. */
  public static final int FAILURES = 3;

  /** How it stands with a place, or with a NAP. */
  public enum State {
    /** Nobody asks, or nothing is known yet. */
    UNKNOWN,
    /** The last question was answered. */
    ACTIVE,
    /** The last question was not; of a NAP: one of its places is not active. */
    SUSPECT,
    /** Several questions in a row were not; of a NAP: none of its places is better. */
    INACTIVE
  }

  /**
   * One place where a NAP is reached.
   *
   * @param place host and port that are asked
   * @param since when it came to be so; null while nothing is known
   * @param reason why it is not active; empty when it is
   */
  public record Place(String place, State state, @Nullable Instant since, String reason) {}

  private record Known(Place place, int failures) {
    static Known nothing(String place) {
      return new Known(new Place(place, State.UNKNOWN, null, ""), 0);
    }

    Known answered(Instant at) {
      return new Known(became(State.ACTIVE, at, ""), 0);
    }

    Known failed(Instant at, String reason) {
      int more = Math.min(failures + 1, FAILURES);
      return new Known(became(more < FAILURES ? State.SUSPECT : State.INACTIVE, at, reason), more);
    }

    private Place became(State state, Instant at, String reason) {
      Instant since = state == place.state() ? place.since() : at;
      return new Place(place.place(), state, since, reason);
    }
  }

  private final ConcurrentHashMap<String, Map<String, Known>> byNap = new ConcurrentHashMap<>();

  /** From now on these places of these NAPs are asked; what was known of others is forgotten. */
  public void watch(Map<String, ? extends Collection<String>> asked) {
    byNap.keySet().retainAll(asked.keySet());
    asked.forEach((nap, places) -> byNap.compute(nap, (name, known) -> of(places, known)));
  }

  private static Map<String, Known> of(
      Collection<String> places, @Nullable Map<String, Known> before) {
    Map<String, Known> now = new LinkedHashMap<>();
    for (String place : places) {
      Known known = before == null ? null : before.get(place);
      now.put(place, known == null ? Known.nothing(place) : known);
    }
    return now;
  }

  /** A question was answered. Of a place that is not asked any more nothing is kept. */
  public void answered(String nap, String place, Instant at) {
    change(nap, place, known -> known.answered(at));
  }

  /** A question was not answered, or refused in a way that says that nobody serves there. */
  public void failed(String nap, String place, Instant at, String reason) {
    change(nap, place, known -> known.failed(at, reason));
  }

  private void change(String nap, String place, UnaryOperator<Known> change) {
    byNap.computeIfPresent(
        nap,
        (name, places) -> {
          Known known = places.get(place);
          if (known == null) {
            return places;
          }
          Map<String, Known> now = new LinkedHashMap<>(places);
          now.put(place, change.apply(known));
          return now;
        });
  }

  /** How it stands with a NAP. */
  public State of(String nap) {
    Map<String, Known> places = byNap.get(nap);
    if (places == null || places.isEmpty()) {
      return State.UNKNOWN;
    }
    int active = 0;
    int inactive = 0;
    int suspect = 0;
    for (Known known : places.values()) {
      switch (known.place().state()) {
        case ACTIVE -> active++;
        case SUSPECT -> suspect++;
        case INACTIVE -> inactive++;
        case UNKNOWN -> {}
      }
    }
    if (inactive == places.size()) {
      return State.INACTIVE;
    }
    if (inactive + suspect > 0) {
      return State.SUSPECT;
    }
    return active > 0 ? State.ACTIVE : State.UNKNOWN;
  }

  /** How it stands with one place of a NAP. */
  public State of(String nap, String place) {
    Map<String, Known> places = byNap.get(nap);
    Known known = places == null ? null : places.get(place);
    return known == null ? State.UNKNOWN : known.place().state();
  }

  /** The places of a NAP that are asked, in the order in which calls try them. */
  public List<Place> places(String nap) {
    Map<String, Known> places = byNap.get(nap);
    return places == null ? List.of() : places.values().stream().map(Known::place).toList();
  }
}
