package org.comuta.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.comuta.statistics.CallsOfTests.BEGIN;
import static org.comuta.statistics.CallsOfTests.hangUp;
import static org.comuta.statistics.CallsOfTests.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.comuta.call.Call;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
  private static final Scope A = Scope.origin("a");
  private static final Scope B = Scope.destination("b");
  private static final Scope C = Scope.destination("c");

  private final CallsOfTests calls = new CallsOfTests();
  private final Statistics statistics = calls.statistics;

  /** A call from a to b that is answered 3 s after it came, having rung after 2. */
  private Call answered() {
    Call call = calls.from("a");
    calls.to(call, "b", "r");
    calls.pass(2_000);
    call.ringing(calls.now());
    calls.pass(1_000);
    call.answered(calls.now());
    return call;
  }

  private void refused(Cause cause, int status) {
    Call call = calls.from("a");
    calls.to(call, "b", "r");
    call.end(refusal(cause, status), refusal(cause, status), calls.now());
  }

  @ParameterizedTest(name = "{0} answered, {1} busy, {2} without circuit: ASR {3}, NER {4}")
  @CsvSource({
    "0, 0, 0,     ,     ",
    "1, 0, 0, 100 , 100 ",
    "0, 1, 0,   0 , 100 ",
    "0, 0, 1,   0 ,   0 ",
    "1, 1, 0,  50 , 100 ",
    "1, 1, 2,  25 ,  50 ",
    "2, 0, 1, 66.7, 66.7",
  })
  void ratiosAreOfTheSeizuresThatWereDecided(
      int answers, int busy, int congested, Double asr, Double ner) {
    for (int i = 0; i < answers; i++) {
      answered();
    }
    for (int i = 0; i < busy; i++) {
      refused(Cause.USER_BUSY, 486);
    }
    for (int i = 0; i < congested; i++) {
      refused(Cause.NO_CIRCUIT_AVAILABLE, 503);
    }
    calls.to(calls.from("a"), "b", "r"); // not decided
    calls.pass(1_000);
    for (Scope scope : List.of(Scope.ALL, A, B, Scope.route("r"))) {
      for (Period period : Period.values()) {
        Figures figures = Figures.of(statistics.last(scope, period));
        assertThat(figures.asr()).as("%s %s", scope, period).isEqualTo(asr);
        assertThat(figures.ner()).as("%s %s", scope, period).isEqualTo(ner);
        assertThat(figures.seizures()).isEqualTo(answers + busy + congested + 1);
      }
    }
  }

  @Test
  void anAnsweredCallCountsAtItsAnswerAndItsDurationAtItsEnd() {
    Call call = answered();
    calls.pass(1_000);
    assertThat(Figures.of(statistics.last(A, Period.FIVE_MINUTES)).asr()).isEqualTo(100);
    assertThat(Figures.of(statistics.last(A, Period.FIVE_MINUTES)).acdSeconds()).isNull();
    assertThat(statistics.active(A)).isEqualTo(1);

    calls.pass(9_000);
    call.end(hangUp(), null, calls.now());
    calls.pass(1_000);

    Figures figures = Figures.of(statistics.last(B, Period.FIVE_MINUTES));
    assertThat(figures.acdSeconds()).isEqualTo(10);
    assertThat(figures.pddSeconds()).isEqualTo(2);
    assertThat(figures.peakCalls()).isEqualTo(1);
    assertThat(figures.completed()).isEqualTo(1);
    assertThat(statistics.active(A)).isZero();
    assertThat(statistics.active(B)).isZero();
  }

  @Test
  void aCallThatIsAnsweredAtOnceHasItsAnswerAsPostDialDelay() {
    Call call = calls.from("a");
    calls.to(call, "b", "r");
    calls.pass(500);
    call.answered(calls.now());
    calls.pass(1_000);
    assertThat(Figures.of(statistics.last(Scope.ALL, Period.DAY)).pddSeconds()).isEqualTo(0.5);
  }

  @Test
  void everyTryCountsForItsDestinationAndTheCallForItsOrigin() {
    Call call = calls.from("a");
    calls.to(call, "b", "first");
    calls.pass(1_000);
    call.attemptFailed(refusal(Cause.NO_CIRCUIT_AVAILABLE, 503), calls.now());
    calls.to(call, "c", "second");
    calls.pass(1_000);
    call.ringing(calls.now());
    call.answered(calls.now());
    calls.pass(5_000);
    call.end(hangUp(), null, calls.now());
    calls.pass(1_000);

    assertThat(Figures.of(statistics.sinceStart(A)).asr()).isEqualTo(100);
    assertThat(Figures.of(statistics.sinceStart(B)).asr()).isZero();
    assertThat(Figures.of(statistics.sinceStart(C)).asr()).isEqualTo(100);
    assertThat(Figures.of(statistics.sinceStart(Scope.route("first"))).failures())
        .containsOnlyKeys(FailureClass.RESOURCES);
    assertThat(Figures.of(statistics.sinceStart(A)).pddSeconds()).isEqualTo(2);
    assertThat(Figures.of(statistics.sinceStart(C)).pddSeconds()).isEqualTo(1);
    assertThat(statistics.sinceStart(Scope.ALL).get(Column.SEIZURES)).isEqualTo(1);
  }

  @Test
  void aCallOfAStrangerIsOfNobodyButOfAll() {
    Call call = calls.stranger();
    call.end(Release.of(Failure.UNKNOWN_SOURCE), null, calls.now());
    calls.pass(1_000);
    assertThat(statistics.sinceStart(Scope.ALL).failed(FailureClass.NORMAL)).isEqualTo(1);
    assertThat(statistics.active(Scope.ALL)).isZero();
  }

  @Test
  void trafficIsToldInErlangs() {
    answered();
    answered();
    calls.pass(Duration.ofMinutes(2));
    Sample lastMinute =
        statistics
            .series(List.of(Scope.ALL), Step.MINUTE, BEGIN.plusSeconds(60), BEGIN.plusSeconds(120))
            .getFirst()
            .sample();
    assertThat(lastMinute).isNotNull();
    if (lastMinute != null) {
      assertThat(lastMinute.meanCalls(60)).isEqualTo(2, within(0.001));
    }
  }

  @Test
  void aSeriesHasAPointForEachStepAndNoneWhereNothingRan() {
    answered();
    calls.pass(7_000);
    List<Point> points = statistics.series(List.of(B), Step.SECOND, null, null);
    assertThat(points).hasSize(300);
    assertThat(points.getLast().at()).isEqualTo(BEGIN.plusSeconds(9));
    assertThat(points.subList(0, 290)).allMatch(point -> point.sample() == null);
    assertThat(points.subList(290, 300)).allMatch(point -> point.sample() != null);
    assertThat(points.subList(290, 300))
        .extracting(StatisticsTest::answers)
        .containsExactly(0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L);
    assertThat(
            statistics.series(List.of(B), Step.SECOND, BEGIN.plusSeconds(3), BEGIN.plusSeconds(5)))
        .extracting(Point::at)
        .containsExactly(BEGIN.plusSeconds(3), BEGIN.plusSeconds(4));
    assertThat(statistics.series(List.of(B), Step.HOUR, null, null).getLast().seconds())
        .isEqualTo(10);
  }

  @Test
  void whatIsOlderThanThePeriodCountsNoMore() {
    answered();
    calls.pass(Duration.ofSeconds(310));
    assertThat(statistics.last(B, Period.FIVE_MINUTES).get(Column.ANSWERED)).isZero();
    assertThat(statistics.last(B, Period.DAY).get(Column.ANSWERED)).isEqualTo(1);
  }

  @Test
  void aRestartGoesOnWithWhatWasKept() {
    Call call = answered();
    calls.pass(Duration.ofMinutes(2));
    call.end(hangUp(), null, calls.now());
    calls.pass(1_000);
    List<Row> kept = statistics.unwritten(calls.now().plusSeconds(60));

    Statistics again = new Statistics(calls.now());
    again.restore(kept, List.of());
    again.tick(calls.now().plusSeconds(2));

    for (Scope scope : List.of(Scope.ALL, A, B, Scope.route("r"))) {
      for (Period period : List.of(Period.DAY, Period.MONTH)) {
        assertThat(again.last(scope, period)).isEqualTo(statistics.last(scope, period));
      }
    }
    assertThat(again.sinceStart(A)).isEqualTo(Sample.NOTHING);
  }

  @Test
  void whatWasWrittenIsNotAskedForAgain() {
    answered();
    calls.pass(Duration.ofSeconds(70));
    assertThat(statistics.unwritten(calls.now()))
        .extracting(Row::at)
        .containsOnly(BEGIN)
        .hasSize(4);
    statistics.written(calls.now());
    assertThat(statistics.unwritten(calls.now())).isEmpty();
    assertThat(statistics.unwritten(calls.now().plusSeconds(60)))
        .extracting(Row::at)
        .containsOnly(BEGIN.plusSeconds(60));
  }

  @Test
  void napsThatAreGoneAreForgottenOnceTheyHaveNoCalls() {
    Call call = answered();
    statistics.retain(Set.of(), Set.of());
    assertThat(statistics.active(A)).isEqualTo(1);
    call.end(hangUp(), null, calls.now());
    statistics.retain(Set.of(), Set.of());
    assertThat(statistics.sinceStart(A)).isEqualTo(Sample.NOTHING);
    assertThat(statistics.sinceStart(Scope.ALL).get(Column.ANSWERED)).isEqualTo(1);
  }

  @Test
  void thereAreOnlySoManySeriesAndTheIdleGiveTheirPlace() {
    for (int i = 0; i < Statistics.MOST_SCOPES + 50; i++) {
      Call call = calls.from("nap" + i);
      call.end(Release.of(Failure.NO_ROUTE), null, calls.now());
    }
    calls.pass(1_000);
    assertThat(seen(0, Statistics.MOST_SCOPES + 50)).isEqualTo(Statistics.MOST_SCOPES);
    calls.pass(Duration.ofMinutes(3));
    Call call = calls.from("late");
    call.end(Release.of(Failure.NO_ROUTE), null, calls.now());
    calls.pass(1_000);
    assertThat(statistics.last(Scope.origin("late"), Period.DAY).failed()).isEqualTo(1);
  }

  private static long answers(Point point) {
    Sample sample = point.sample();
    return sample == null ? -1 : sample.get(Column.ANSWERED);
  }

  private long seen(int from, int to) {
    long seen = 0;
    for (int i = from; i < to; i++) {
      seen += statistics.last(Scope.origin("nap" + i), Period.DAY).failed();
    }
    return seen;
  }
}
