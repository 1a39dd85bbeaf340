package org.comuta.statistics;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comuta.background.BackgroundThread;
import org.comuta.nap.Nap;
import org.comuta.routing.Route;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the statistics: a thread takes what was counted at each turn of a second, another writes
 * the minute that is over, so that the series survive a restart. No call waits for either.
 */
public final class StatisticsKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StatisticsKeeper.class);
  private static final long MILLIS_A_SECOND = 1000;
  private static final long MILLIS_A_MINUTE = 60_000;

  /** Minutes are written a moment after they are over. */
  private static final long SETTLING_MILLIS = 2_000;

  private static final Duration GATHERED_AFTER = Duration.ofMinutes(2);

  private final Statistics statistics;
  private final TrafficStore store;
  private final LiveSnapshot configuration;
  private final Clock clock;
  private final BackgroundThread ticking;
  private final BackgroundThread writing;
  private Instant nextHour;
  private boolean restored;
  private boolean failing;

  /** Restores what was kept and begins. */
  public StatisticsKeeper(
      Statistics statistics, TrafficStore store, LiveSnapshot configuration, Clock clock) {
    this.statistics = statistics;
    this.store = store;
    this.configuration = configuration;
    this.clock = clock;
    nextHour = clock.instant().minus(Step.MINUTE.reach()).truncatedTo(ChronoUnit.HOURS);
    restore();
    ticking = BackgroundThread.start("comuta-statistics", this::tick);
    writing = BackgroundThread.start("comuta-statistics-writer", this::write);
  }

  private void restore() {
    try {
      Instant now = clock.instant();
      statistics.restore(store.minutes(now), store.hours(now));
      restored = true;
    } catch (SQLException e) {
      LOG.warn("The series of statistics cannot be read now: {}", e.getMessage());
    }
  }

  private long tick() {
    statistics.tick(clock.instant());
    return MILLIS_A_SECOND - Math.floorMod(clock.millis(), MILLIS_A_SECOND);
  }

  private long write() {
    Instant now = clock.instant();
    if (!restored) {
      restore();
    }
    if (restored) {
      keep(now, now);
    }
    Snapshot live = configuration.current();
    statistics.retain(
        names(live.naps().all().stream().map(Nap::name).toList()),
        names(live.objects(Route.class).stream().map(Route::name).toList()));
    return MILLIS_A_MINUTE + SETTLING_MILLIS - Math.floorMod(clock.millis(), MILLIS_A_MINUTE);
  }

  private static Set<String> names(List<String> names) {
    return new HashSet<>(names);
  }

  /** Writes the minutes that are over by then, and what follows from them. */
  private void keep(Instant before, Instant now) {
    try {
      store.write(statistics.unwritten(before));
      statistics.written(before);
      gather(now);
      store.deleteOld(now);
      if (failing) {
        failing = false;
        LOG.info("The series of statistics are written again");
      }
    } catch (SQLException e) {
      if (!failing) {
        failing = true;
        LOG.warn("The series of statistics cannot be written now: {}", e.getMessage());
      }
    }
  }

  /** Gathers the hours that are over, with a while for others to write their last minute. */
  private void gather(Instant now) throws SQLException {
    Instant begun = now.minus(GATHERED_AFTER).truncatedTo(ChronoUnit.HOURS);
    while (nextHour.isBefore(begun)) {
      store.gather(nextHour);
      nextHour = nextHour.plus(1, ChronoUnit.HOURS);
    }
  }

  /** Writes what there is, the minute that is not over yet included. */
  @Override
  public void close() {
    ticking.close();
    writing.close();
    Instant now = clock.instant();
    statistics.tick(now);
    if (restored) {
      keep(now.plus(1, ChronoUnit.MINUTES), now);
    }
  }
}
