package org.comuta.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Minutes and hours in the database, on each kind of it. */
class TrafficStoreTest {
  private static final Instant HOUR = Instant.parse("2026-03-01T12:00:00Z");
  private static final Scope NAP = Scope.destination("b");

  private static Row row(Instant at, Scope scope, long count) {
    long[] counts = new long[Column.COUNT];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count * (i + 1);
    }
    return new Row(at, scope, Sample.of(counts));
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void whatTwoProcessesCountedIsAdded(DataSource source) throws Exception {
    TrafficStore first = new TrafficStore(source, "first");
    TrafficStore second = new TrafficStore(source, "second");
    first.write(List.of(row(HOUR, Scope.ALL, 1), row(HOUR, NAP, 1)));
    second.write(List.of(row(HOUR, NAP, 3), row(HOUR.plusSeconds(60), NAP, 5)));

    assertThat(first.minutes(HOUR.plusSeconds(120)))
        .containsExactlyInAnyOrder(
            row(HOUR, Scope.ALL, 1),
            new Row(HOUR, NAP, row(HOUR, NAP, 1).sample().plus(row(HOUR, NAP, 3).sample())),
            row(HOUR.plusSeconds(60), NAP, 5));
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void anHourIsGatheredOnceAndOutlivesItsMinutes(DataSource source) throws Exception {
    TrafficStore store = new TrafficStore(source, "one");
    store.write(List.of(row(HOUR, NAP, 1), row(HOUR.plusSeconds(3_540), NAP, 2)));
    store.write(List.of(row(HOUR.plusSeconds(3_600), NAP, 7)));
    store.gather(HOUR);
    store.gather(HOUR);
    Row expected = new Row(HOUR, NAP, row(HOUR, NAP, 1).sample().plus(row(HOUR, NAP, 2).sample()));
    assertThat(store.hours(HOUR.plusSeconds(7_200))).containsExactly(expected);

    store.deleteOld(HOUR.plus(Duration.ofDays(2)));
    assertThat(store.minutes(HOUR.plusSeconds(7_200))).isEmpty();
    assertThat(store.hours(HOUR.plusSeconds(7_200))).containsExactly(expected);
    store.deleteOld(HOUR.plus(Duration.ofDays(32)));
    assertThat(store.hours(HOUR.plusSeconds(7_200))).isEmpty();
  }
}
