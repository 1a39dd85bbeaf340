package org.comuta.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.comuta.background.BackgroundThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alarms to the database on a thread of its own, the last state of each, and tries again
 * while the database is away; and forgets those of the past that are too old.
 */
final class AlarmKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmKeeper.class);
  private static final int MOST_WAITING = 10_000;
  private static final long REST_MILLIS = 1_000;
  private static final long REST_WHILE_AWAY_MILLIS = 5_000;
  private static final Duration CLEAN_EVERY = Duration.ofHours(1);

  private final ConcurrentHashMap<String, Alarm> waiting = new ConcurrentHashMap<>();
  private final AlarmStore store;
  private final Alarms alarms;
  private final InstantSource clock;
  private final BackgroundThread thread;
  private Instant cleanedAt = Instant.EPOCH;
  private boolean away;

  /** Takes over what was active before, and begins. */
  AlarmKeeper(AlarmStore store, Alarms alarms, InstantSource clock) {
    this.store = store;
    this.alarms = alarms;
    this.clock = clock;
    alarms.begin(store.active(), this::keep);
    thread = BackgroundThread.start("comuta-alarms", this::step);
  }

  private void keep(Alarm alarm) {
    if (waiting.size() < MOST_WAITING || waiting.containsKey(alarm.id())) {
      waiting.put(alarm.id(), alarm);
    }
  }

  private long step() {
    alarms.clearQuiet();
    try {
      write();
      clean();
      away = false;
      return REST_MILLIS;
    } catch (RuntimeException e) {
      if (!away) {
        away = true;
        LOG.warn("Alarms wait for the database: {}", e.toString());
      }
      return REST_WHILE_AWAY_MILLIS;
    }
  }

  /** Writes what waits now. */
  synchronized void write() {
    waiting.forEach(
        (id, alarm) -> {
          store.save(alarm);
          waiting.remove(id, alarm);
        });
  }

  private void clean() {
    Instant now = clock.instant();
    if (Duration.between(cleanedAt, now).compareTo(CLEAN_EVERY) >= 0) {
      removeOld(now);
      cleanedAt = now;
    }
  }

  void removeOld(Instant now) {
    int days = store.keptDays();
    if (days > 0) {
      store.deleteClearedBefore(now.minus(Duration.ofDays(days)));
    }
  }

  /** Writes what is left, if the database takes it. */
  @Override
  public void close() {
    thread.close();
    try {
      write();
    } catch (RuntimeException e) {
      LOG.warn("{} alarms were not kept: {}", waiting.size(), e.toString());
    }
  }
}
