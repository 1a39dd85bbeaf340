package org.comuta.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.comuta.statistics.NapState;
import org.comuta.statistics.NapState.Health;
import org.comuta.statistics.NapStates;
import org.comuta.statistics.Period;

/**
 * How the NAPs fare, those in trouble first and then the busiest; computed at most once a second
 * for all who look. Any thread.
 */
@ApplicationScoped
public class LiveNapStates {
  private static final long NANOS = 1_000_000_000L;

  private static final Comparator<NapState> ORDER =
      Comparator.comparingInt((NapState nap) -> gravity(nap.state()))
          .thenComparing(Comparator.comparingInt(NapState::calls).reversed())
          .thenComparing(NapState::name);

  /** What was computed, and when. */
  private record Known(long at, List<NapState> naps) {}

  @Inject private NapStates naps;

  private final Map<Period, Known> known = new EnumMap<>(Period.class);

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveNapStates() {}

  /** All of them, as they were a second ago at most. */
  public synchronized List<NapState> all(Period period) {
    Known one = known.get(period);
    long now = System.nanoTime();
    if (one == null || now - one.at() >= NANOS) {
      one = new Known(now, sorted(naps.all(period)));
      known.put(period, one);
    }
    return one.naps();
  }

  static List<NapState> sorted(List<NapState> naps) {
    return naps.stream().sorted(ORDER).toList();
  }

  private static int gravity(Health state) {
    return switch (state) {
      case INACTIVE -> 0;
      case NOT_ANSWERING -> 1;
      case FULL -> 2;
      case SUSPECT -> 3;
      case ANSWERING, UNKNOWN -> 4;
      case DISABLED -> 5;
    };
  }
}
