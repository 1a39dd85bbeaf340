package org.comuta.monitoring;

import java.util.Locale;
import org.comuta.statistics.Column;
import org.comuta.statistics.FailureClass;
import org.comuta.statistics.NapState;
import org.comuta.statistics.NapState.Health;
import org.comuta.statistics.NapStates;
import org.comuta.statistics.Period;
import org.comuta.statistics.Sample;
import org.comuta.statistics.Scope;
import org.comuta.statistics.Statistics;

/** Metrics of what the exchange carries, in all and by NAP. */
final class StatisticsMetrics {
  private static final double MILLIS_A_SECOND = 1e3;

  private StatisticsMetrics() {}

  static void addTo(Exposition metrics, Statistics statistics, NapStates naps) {
    Sample all = statistics.sinceStart(Scope.ALL);
    for (FailureClass failure : FailureClass.values()) {
      metrics.counter(
          "calls_failed_total",
          "Calls that ended without an answer, by class of the cause.",
          all.failed(failure),
          "class",
          word(failure));
    }
    metrics
        .counter(
            "calls_talk_seconds_total",
            "Time from answer to end of the calls that ended.",
            all.get(Column.TALK_MILLIS) / MILLIS_A_SECOND)
        .counter("calls_progressed_total", "Calls that rang.", all.get(Column.PROGRESSED))
        .counter(
            "calls_post_dial_seconds_total",
            "Time from the beginning to the ringing of those.",
            all.get(Column.POST_DIAL_MILLIS) / MILLIS_A_SECOND);
    naps.all(Period.FIVE_MINUTES).forEach(nap -> nap(metrics, statistics, nap));
  }

  private static void nap(Exposition metrics, Statistics statistics, NapState nap) {
    metrics
        .gauge("nap_calls", "Calls now, both directions.", nap.calls(), "nap", nap.name())
        .gauge("nap_calls_limit", "Most calls, 0 for no limit.", nap.maxCalls(), "nap", nap.name())
        .gauge(
            "nap_not_answering",
            "1 when the last call to the NAP got no response.",
            nap.state() == Health.NOT_ANSWERING ? 1 : 0,
            "nap",
            nap.name())
        .gauge(
            "nap_inactive",
            "1 while keep-alive gets no answer and the NAP gets no calls.",
            nap.state() == Health.INACTIVE ? 1 : 0,
            "nap",
            nap.name());
    direction(metrics, statistics.sinceStart(Scope.origin(nap.name())), nap.name(), "origin");
    direction(
        metrics, statistics.sinceStart(Scope.destination(nap.name())), nap.name(), "destination");
  }

  private static void direction(Exposition metrics, Sample sample, String nap, String direction) {
    String[] labels = {"nap", nap, "direction", direction};
    metrics
        .counter(
            "nap_seizures_total",
            "Calls that came from the NAP, and tries that were sent to it.",
            sample.get(Column.SEIZURES),
            labels)
        .counter("nap_answered_total", "Of those, answered.", sample.get(Column.ANSWERED), labels)
        .counter("nap_failed_total", "Of those, not answered.", sample.failed(), labels)
        .counter(
            "nap_talk_seconds_total",
            "Time from answer to end of those that ended.",
            sample.get(Column.TALK_MILLIS) / MILLIS_A_SECOND,
            labels);
  }

  private static String word(FailureClass failure) {
    return failure.name().toLowerCase(Locale.ROOT);
  }
}
