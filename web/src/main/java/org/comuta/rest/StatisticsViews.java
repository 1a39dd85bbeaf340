package org.comuta.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.comuta.statistics.Figures;
import org.comuta.statistics.Measure;
import org.comuta.statistics.Period;
import org.comuta.statistics.Point;
import org.comuta.statistics.Sample;
import org.comuta.statistics.Scope;
import org.comuta.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Statistics as the API shows them. */
final class StatisticsViews {
  private static final double THOUSANDTHS = 1000;

  private StatisticsViews() {}

  /**
   * The exchange as a whole.
   *
   * @param activeCalls calls now, ringing ones included
   * @param callsPerSecond new calls, over the last five seconds
   * @param startedAt since when {@code sinceStart} counts
   */
  record NowView(
      Instant at,
      Instant startedAt,
      long activeCalls,
      double callsPerSecond,
      Figures fiveMinutes,
      Figures day,
      Figures month,
      Figures sinceStart) {
    static NowView of(Statistics statistics, Instant at) {
      return new NowView(
          at,
          statistics.startedAt(),
          statistics.active(Scope.ALL),
          statistics.callsPerSecond(Scope.ALL),
          Figures.of(statistics.last(Scope.ALL, Period.FIVE_MINUTES)),
          Figures.of(statistics.last(Scope.ALL, Period.DAY)),
          Figures.of(statistics.last(Scope.ALL, Period.MONTH)),
          Figures.of(statistics.sinceStart(Scope.ALL)));
    }
  }

  /** One route. */
  record RouteView(
      String name,
      boolean enabled,
      int calls,
      int maxCalls,
      double callsPerSecond,
      Figures figures) {}

  /**
   * One step.
   *
   * @param value null when there is none: nothing was decided, or the exchange did not run
   */
  record PointView(Instant at, @Nullable Double value) {}

  /**
   * A measure over time.
   *
   * @param stepSeconds length of a step
   */
  record SeriesView(String measure, String unit, int stepSeconds, List<PointView> points) {
    static SeriesView of(Measure measure, int stepSeconds, List<Point> points) {
      return new SeriesView(
          measure.word(),
          measure.unit(),
          stepSeconds,
          points.stream().map(point -> point(measure, point)).toList());
    }

    private static PointView point(Measure measure, Point point) {
      Sample sample = point.sample();
      OptionalDouble value =
          sample == null ? OptionalDouble.empty() : measure.of(sample, point.seconds());
      return new PointView(
          point.at(),
          value.isEmpty() ? null : Math.round(value.getAsDouble() * THOUSANDTHS) / THOUSANDTHS);
    }
  }
}
