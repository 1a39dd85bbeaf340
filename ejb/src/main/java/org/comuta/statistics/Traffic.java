package org.comuta.statistics;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.comuta.call.Attempt;
import org.comuta.call.Call;
import org.comuta.call.CallObserver;
import org.comuta.call.CallRecord;
import org.comuta.call.Release;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of calls: all of them, by the NAP they came from, and their tries by
 * destination and route. Called on the lanes of calls: some additions, no lock, nothing allocated
 * once a NAP or route is known.
 */
final class Traffic implements CallObserver {
  private final Tally all = new Tally();
  private final Map<String, Tally> origins = new ConcurrentHashMap<>();
  private final Map<String, Tally> destinations = new ConcurrentHashMap<>();
  private final Map<String, Tally> routes = new ConcurrentHashMap<>();
  private final Map<String, Outcomes> outcomes = new ConcurrentHashMap<>();

  @Override
  public void begun(Call call) {
    all.count(Column.SEIZURES);
  }

  @Override
  public void resumed(Call call) {
    all.resume();
    String origin = call.originNap();
    if (origin != null) {
      of(origins, origin).resume();
    }
    Attempt attempt = call.currentAttempt();
    if (attempt != null) {
      of(destinations, attempt.destinationNap()).resume();
      of(routes, attempt.route()).resume();
    }
  }

  @Override
  public void cameFrom(Call call, String originNap) {
    of(origins, originNap).count(Column.SEIZURES);
  }

  @Override
  public void attempted(Call call, Attempt attempt) {
    of(destinations, attempt.destinationNap()).count(Column.SEIZURES);
    of(routes, attempt.route()).count(Column.SEIZURES);
  }

  @Override
  public void rang(Call call, @Nullable Attempt attempt, Instant at) {
    if (call.ringingAt() == null) {
      long millis = millis(call.incoming().receivedAt(), at);
      all.progressed(millis);
      String origin = call.originNap();
      if (origin != null) {
        of(origins, origin).progressed(millis);
      }
    }
    if (attempt != null) {
      heard(attempt, at);
      if (attempt.ringingAt() == null) {
        long millis = millis(attempt.startedAt(), at);
        of(destinations, attempt.destinationNap()).progressed(millis);
        of(routes, attempt.route()).progressed(millis);
      }
    }
  }

  @Override
  public void answered(Call call, @Nullable Attempt attempt, Instant at) {
    rang(call, attempt, at);
    all.count(Column.ANSWERED);
    String origin = call.originNap();
    if (origin != null) {
      of(origins, origin).count(Column.ANSWERED);
    }
    if (attempt != null) {
      of(destinations, attempt.destinationNap()).count(Column.ANSWERED);
      of(routes, attempt.route()).count(Column.ANSWERED);
    }
  }

  @Override
  public void attemptEnded(Call call, Attempt attempt, Release release, Instant at) {
    Instant answered = attempt.answeredAt();
    if (answered == null) {
      Column failed = Column.of(FailureClass.of(release, attempt.ringingAt() != null));
      of(destinations, attempt.destinationNap()).count(failed);
      of(routes, attempt.route()).count(failed);
      outcomes(attempt.destinationNap()).failed(at.toEpochMilli(), release);
    } else {
      long millis = millis(answered, at);
      of(destinations, attempt.destinationNap()).completed(millis);
      of(routes, attempt.route()).completed(millis);
    }
  }

  @Override
  public void ended(Call call, CallRecord record) {
    String origin = record.originNap();
    Instant answered = record.answeredAt();
    if (answered == null) {
      Column failed =
          Column.of(FailureClass.of(record.originRelease(), record.ringingAt() != null));
      all.count(failed);
      if (origin != null) {
        of(origins, origin).count(failed);
      }
    } else {
      long millis = millis(answered, record.endedAt());
      all.completed(millis);
      if (origin != null) {
        of(origins, origin).completed(millis);
      }
    }
  }

  private void heard(Attempt attempt, Instant at) {
    outcomes(attempt.destinationNap()).heard(at.toEpochMilli());
  }

  /** How the last tries at this NAP went; null when there were none. */
  @Nullable Outcomes outcomesOf(String nap) {
    return outcomes.get(nap);
  }

  /** What was counted in a scope; null when nothing was. */
  @Nullable Tally of(Scope scope) {
    return switch (scope.kind()) {
      case ALL -> all;
      case ORIGIN -> origins.get(scope.name());
      case DESTINATION -> destinations.get(scope.name());
      case ROUTE -> routes.get(scope.name());
    };
  }

  /** Everything that was counted. */
  void each(BiConsumer<Scope, Tally> told) {
    told.accept(Scope.ALL, all);
    origins.forEach((name, tally) -> told.accept(Scope.origin(name), tally));
    destinations.forEach((name, tally) -> told.accept(Scope.destination(name), tally));
    routes.forEach((name, tally) -> told.accept(Scope.route(name), tally));
  }

  /** Forgets NAPs and routes that are not among these and have no calls. */
  void retain(Set<String> naps, Set<String> ofRoutes) {
    retain(origins, naps);
    retain(destinations, naps);
    retain(routes, ofRoutes);
    outcomes.keySet().retainAll(naps);
  }

  private static void retain(Map<String, Tally> tallies, Set<String> names) {
    tallies
        .entrySet()
        .removeIf(
            one ->
                !names.contains(one.getKey()) && one.getValue().active(one.getValue().read()) == 0);
  }

  private Outcomes outcomes(String nap) {
    Outcomes known = outcomes.get(nap);
    return known == null ? outcomes.computeIfAbsent(nap, ignored -> new Outcomes()) : known;
  }

  private static Tally of(Map<String, Tally> tallies, String name) {
    Tally known = tallies.get(name);
    return known == null ? tallies.computeIfAbsent(name, ignored -> new Tally()) : known;
  }

  private static long millis(Instant from, Instant to) {
    return to.toEpochMilli() - from.toEpochMilli();
  }
}
