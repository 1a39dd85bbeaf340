package org.comuta.statistics;

import java.time.Instant;
import java.util.List;
import org.comuta.admission.Admission;
import org.comuta.nap.Nap;
import org.comuta.nap.Reachability;
import org.comuta.nap.Reachability.State;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.statistics.NapState.Health;
import org.jspecify.annotations.Nullable;

/** How the NAPs of the live configuration fare. Any thread. */
public final class NapStates {
  private final LiveSnapshot configuration;
  private final Admission admission;
  private final Reachability reachability;
  private final Statistics statistics;

  public NapStates(
      LiveSnapshot configuration,
      Admission admission,
      Reachability reachability,
      Statistics statistics) {
    this.configuration = configuration;
    this.admission = admission;
    this.reachability = reachability;
    this.statistics = statistics;
  }

  /** All of them, in order of their names, with the figures of this period. */
  public List<NapState> all(Period period) {
    return configuration.current().naps().all().stream().map(nap -> of(nap, period)).toList();
  }

  private NapState of(Nap nap, Period period) {
    Scope origin = Scope.origin(nap.name());
    Scope destination = Scope.destination(nap.name());
    Outcomes outcomes = statistics.outcomes(nap.name());
    int calls = admission.callsOf(nap.name());
    return new NapState(
        nap.name(),
        nap.enabled(),
        health(nap, calls, reachability.of(nap.name()), outcomes),
        calls,
        nap.maxCalls(),
        statistics.callsPerSecond(origin) + statistics.callsPerSecond(destination),
        nap.maxCallsPerSecond(),
        Figures.of(statistics.last(origin, period)),
        Figures.of(statistics.last(destination, period)),
        reachability.places(nap.name()),
        outcomes == null || outcomes.heardAt() == 0
            ? null
            : Instant.ofEpochMilli(outcomes.heardAt()),
        outcomes == null ? List.of() : outcomes.lastFailures());
  }

  /** The gravest that is true. */
  static Health health(Nap nap, int calls, State keepAlive, @Nullable Outcomes outcomes) {
    if (!nap.enabled()) {
      return Health.DISABLED;
    }
    if (keepAlive == State.INACTIVE) {
      return Health.INACTIVE;
    }
    if (outcomes != null && outcomes.isSilent()) {
      return Health.NOT_ANSWERING;
    }
    if (nap.maxCalls() > 0 && calls >= nap.maxCalls()) {
      return Health.FULL;
    }
    if (keepAlive == State.SUSPECT) {
      return Health.SUSPECT;
    }
    boolean heard = outcomes != null && outcomes.heardAt() != 0;
    return heard || keepAlive == State.ACTIVE ? Health.ANSWERING : Health.UNKNOWN;
  }
}
