package org.comuta.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comuta.call.CallObserver;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange carries, now and over time. {@link #observer()} counts on the lanes of calls
 * and never waits; {@link #tick} takes what was counted once a second and keeps it in series, of at
 * most {@value #MOST_SCOPES} NAPs and routes (each direction of a NAP is one). Any thread.
 */
public final class Statistics {
  /** Of how many scopes there is a series: with calls in every second, some 60 MB of memory. */
  public static final int MOST_SCOPES = 500;

  /** How long what could not be written is kept for another try. */
  private static final int MOST_MINUTES_WAITING = 120;

  private static final int SECONDS_A_MINUTE = Step.MINUTE.seconds();

  /** Calls per second now are those of the last few seconds. */
  private static final int FEW_SECONDS = 5;

  /** One scope and its series. */
  private static final class Watched {
    private final Series series = new Series();
    private long lastBusy;
  }

  private final Traffic traffic = new Traffic();
  private final Instant startedAt;
  private final Map<Scope, Watched> watched = new HashMap<>();
  private final TreeMap<Long, Map<Scope, long[]>> unwritten = new TreeMap<>();
  private long lastSecond;

  /**
   * @param startedAt when counting began
   */
  public Statistics(Instant startedAt) {
    this.startedAt = startedAt;
    lastSecond = startedAt.getEpochSecond() - 1;
    watched.put(Scope.ALL, new Watched());
  }

  /** Counts what becomes of calls. */
  public CallObserver observer() {
    return traffic;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** Takes what was counted until now, as that of the second that is just over. */
  public synchronized void tick(Instant now) {
    long second = now.getEpochSecond() - 1;
    lastSecond = second;
    traffic.each((scope, tally) -> take(second, scope, tally));
    while (unwritten.size() > MOST_MINUTES_WAITING) {
      unwritten.pollFirstEntry();
    }
  }

  private void take(long second, Scope scope, Tally tally) {
    long[] counted = tally.read();
    long active = tally.active(counted);
    long[] more = tally.more(counted);
    more[Column.CALL_SECONDS.place()] = active;
    more[Column.PEAK_CALLS.place()] = active;
    boolean busy = !isNothing(more);
    if (!busy && scope.kind() != Scope.Kind.ALL) {
      return;
    }
    Watched one = watch(scope);
    if (one == null) {
      return;
    }
    one.lastBusy = second;
    one.series.add(second, more);
    long[] row =
        unwritten
            .computeIfAbsent(Step.MINUTE.at(second), ignored -> new HashMap<>())
            .computeIfAbsent(scope, ignored -> new long[Column.COUNT]);
    Sample.add(row, more);
  }

  private static boolean isNothing(long[] counts) {
    for (long count : counts) {
      if (count != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * A scope; a new one takes the place of that which has been idle longest if there are too many.
   */
  private @Nullable Watched watch(Scope scope) {
    Watched known = watched.get(scope);
    if (known != null) {
      return known;
    }
    if (watched.size() > MOST_SCOPES) {
      Scope idle = null;
      long oldest = lastSecond - SECONDS_A_MINUTE;
      for (Map.Entry<Scope, Watched> one : watched.entrySet()) {
        if (one.getValue().lastBusy < oldest && one.getKey().kind() != Scope.Kind.ALL) {
          oldest = one.getValue().lastBusy;
          idle = one.getKey();
        }
      }
      if (idle == null) {
        return null;
      }
      watched.remove(idle);
    }
    Watched made = new Watched();
    watched.put(scope, made);
    return made;
  }

  /** What earlier processes counted, from the minutes and hours that were kept. */
  public synchronized void restore(Collection<Row> minutes, Collection<Row> hours) {
    Set<Instant> known = new TreeSet<>();
    for (Row hour : hours) {
      known.add(hour.at());
      restore(hour, Step.HOUR);
    }
    for (Row minute : minutes) {
      restore(minute, Step.MINUTE);
      Instant hour = Step.HOUR.begin(Step.HOUR.at(minute.at().getEpochSecond()));
      if (!known.contains(hour)) {
        restore(minute, Step.HOUR);
      }
    }
  }

  private void restore(Row row, Step step) {
    Watched one = watch(row.scope());
    if (one != null) {
      one.series.of(step).add(row.at().getEpochSecond(), row.sample().counts());
    }
  }

  /**
   * What was counted here in minutes that nobody has written yet.
   *
   * @param before only minutes that are over by then
   */
  public synchronized List<Row> unwritten(Instant before) {
    List<Row> rows = new ArrayList<>();
    unwritten
        .headMap(Step.MINUTE.at(before.getEpochSecond()))
        .forEach(
            (minute, counts) ->
                counts.forEach(
                    (scope, row) ->
                        rows.add(new Row(Step.MINUTE.begin(minute), scope, Sample.of(row)))));
    return rows;
  }

  /** These minutes were written. */
  public synchronized void written(Instant before) {
    unwritten.headMap(Step.MINUTE.at(before.getEpochSecond())).clear();
  }

  /**
   * Forgets what was counted of NAPs and routes that there are no more, once they have no calls.
   */
  public void retain(Set<String> naps, Set<String> routes) {
    traffic.retain(naps, routes);
  }

  /** What was counted in a scope since the start. */
  public Sample sinceStart(Scope scope) {
    Tally tally = traffic.of(scope);
    return tally == null ? Sample.NOTHING : Sample.of(tally.read());
  }

  /** Calls of a scope now. */
  public long active(Scope scope) {
    Tally tally = traffic.of(scope);
    return tally == null ? 0 : tally.active(tally.read());
  }

  /** What was counted in a scope during a time up to now. */
  public synchronized Sample last(Scope scope, Period period) {
    Watched one = watched.get(scope);
    return one == null
        ? Sample.NOTHING
        : one.series.of(period.step()).last(period.step().at(lastSecond));
  }

  /** New calls a second in a scope, over the last few seconds. */
  public synchronized double callsPerSecond(Scope scope) {
    Watched one = watched.get(scope);
    long seizures = 0;
    for (long second = lastSecond - FEW_SECONDS + 1;
        one != null && second <= lastSecond;
        second++) {
      Sample sample = one.series.of(Step.SECOND).get(second);
      seizures += sample == null ? 0 : sample.get(Column.SEIZURES);
    }
    return (double) seizures / FEW_SECONDS;
  }

  /**
   * The steps from one moment, the one it is in included, to another, as far as they are kept.
   *
   * @param scopes whose calls; those of several are added
   * @param to null for now
   */
  public synchronized List<Point> series(
      List<Scope> scopes, Step step, @Nullable Instant from, @Nullable Instant to) {
    long newest = step.at(lastSecond);
    long last = to == null ? newest : Math.min(newest, step.at(to.getEpochSecond() - 1));
    long oldest = newest - step.length() + 1;
    long first = from == null ? oldest : Math.max(oldest, step.at(from.getEpochSecond()));
    List<Point> points = new ArrayList<>();
    for (long number = first; number <= last; number++) {
      long over = lastSecond + 1 - number * step.seconds();
      points.add(
          new Point(
              step.begin(number), Math.clamp(over, 1, step.seconds()), sum(scopes, step, number)));
    }
    return points;
  }

  private @Nullable Sample sum(List<Scope> scopes, Step step, long number) {
    Sample sum = null;
    for (Scope scope : scopes) {
      Watched one = watched.get(scope);
      Sample sample = one == null ? null : one.series.of(step).get(number);
      sum = sum == null ? sample : sample == null ? sum : sum.plus(sample);
    }
    Watched all = watched.get(Scope.ALL);
    boolean ran = all != null && all.series.of(step).get(number) != null;
    return sum == null && ran ? Sample.NOTHING : sum;
  }

  /** How the last tries at this NAP went; null when there were none. */
  @Nullable Outcomes outcomes(String nap) {
    return traffic.outcomesOf(nap);
  }
}
