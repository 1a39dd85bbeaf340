package org.comuta.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.comuta.call.Call;
import org.comuta.call.CallState;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;

/**
 * Whatever happens to calls: the series sum up to the totals, and to what was seen from outside.
 */
class StatisticsPropertyTest {
  private static final List<Cause> CAUSES =
      List.of(Cause.USER_BUSY, Cause.NO_CIRCUIT_AVAILABLE, Cause.INTERWORKING, Cause.NO_ANSWER);

  @Property(tries = 200)
  void sumsOfSeriesAgreeWithTotals(
      @ForAll @Size(max = 120) List<@IntRange(max = 99_999) Integer> events) {
    CallsOfTests calls = new CallsOfTests();
    List<Call> live = new ArrayList<>();
    int begun = 0;
    for (int event : events) {
      int choice = event / 1_000 % 10;
      if (choice < 4 || live.isEmpty()) {
        live.add(event % 7 == 0 ? calls.stranger() : calls.from("a" + event % 2));
        begun++;
      } else {
        happen(calls, live, event, choice);
      }
      calls.pass(event % 1_000);
    }
    calls.pass(1_000);

    for (Scope scope : scopes()) {
      Sample total = calls.statistics.sinceStart(scope);
      for (Step step : Step.values()) {
        Sample sum = Sample.NOTHING;
        for (Point point : calls.statistics.series(List.of(scope), step, null, null)) {
          sum = point.sample() == null ? sum : sum.plus(point.sample());
        }
        for (Column column : Column.values()) {
          if (column != Column.CALL_SECONDS && column != Column.PEAK_CALLS) {
            assertThat(sum.get(column))
                .as("%s %s %s", scope, step, column)
                .isEqualTo(total.get(column));
          }
        }
        for (Period period : Period.values()) {
          if (period.step() == step) {
            assertThat(calls.statistics.last(scope, period)).isEqualTo(sum);
          }
        }
      }
      assertThat(total.get(Column.ANSWERED)).isGreaterThanOrEqualTo(total.get(Column.COMPLETED));
      assertThat(total.get(Column.PROGRESSED)).isGreaterThanOrEqualTo(total.get(Column.ANSWERED));
    }
    Sample all = calls.statistics.sinceStart(Scope.ALL);
    assertThat(all.get(Column.SEIZURES)).isEqualTo(begun);
    assertThat(calls.statistics.active(Scope.ALL)).isEqualTo(live.size());
    assertThat(all.get(Column.ANSWERED) - all.get(Column.COMPLETED))
        .isEqualTo(live.stream().filter(call -> call.state() == CallState.ANSWERED).count());
    assertThat(triesOf(calls, Scope.destination("b0"), Scope.destination("b1")))
        .isEqualTo(triesOf(calls, Scope.route("r0"), Scope.route("r1")));
  }

  private static void happen(CallsOfTests calls, List<Call> live, int event, int choice) {
    Call call = live.get(event % live.size());
    Release refusal = CallsOfTests.refusal(CAUSES.get(event % CAUSES.size()), 0);
    boolean answered = call.state() == CallState.ANSWERED;
    switch (choice) {
      case 4 -> {
        if (!answered && (call.currentAttempt() == null || event % 3 == 0)) {
          call.attemptFailed(refusal, calls.now());
          calls.to(call, "b" + event % 2, "r" + event % 2);
        }
      }
      case 5 -> call.ringing(calls.now());
      case 6, 7 -> {
        if (call.currentAttempt() != null) {
          call.answered(calls.now());
        }
      }
      default -> {
        live.remove(call);
        call.end(
            event % 2 == 0 ? refusal : Release.of(Failure.ABANDONED),
            event % 5 == 0 ? null : refusal,
            calls.now());
      }
    }
  }

  private static long triesOf(CallsOfTests calls, Scope one, Scope other) {
    return calls
        .statistics
        .sinceStart(one)
        .plus(calls.statistics.sinceStart(other))
        .get(Column.SEIZURES);
  }

  private static List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>(List.of(Scope.ALL));
    for (int i = 0; i < 2; i++) {
      scopes.add(Scope.origin("a" + i));
      scopes.add(Scope.destination("b" + i));
      scopes.add(Scope.route("r" + i));
    }
    return scopes;
  }
}
