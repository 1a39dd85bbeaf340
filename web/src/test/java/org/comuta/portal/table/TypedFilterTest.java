package org.comuta.portal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comuta.listing.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedFilterTest {
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
  private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");
  private static final Words WORDS = new Words(Locale.ENGLISH, ZONE);

  private static Column<String> column(Filter filter) {
    return new Column<String>(WORDS, "x", "X", filter, text -> text)
        .choices(List.of(new Choice("TCP", "TCP"), new Choice("true", "Yes")));
  }

  private static Optional<Condition> read(Filter filter, String typed) {
    return TypedFilter.read(column(filter), typed, ZONE, NOW);
  }

  @ParameterizedTest(name = "{0} {1} is like {2}")
  @CsvSource({
    "TEXT, abc, *abc*",
    "TEXT, ' abc ', *abc*",
    "TEXT, abc*, abc*",
    "TEXT, a*c, a*c",
    "TEXT, =abc, abc",
    "TEXT, = , ''",
    "BEGINNING, 5511, 5511*",
    "BEGINNING, *99, *99",
    "BEGINNING, =5511, 5511",
    "BEGINNING, +55, +55*",
  })
  void textsAreLikeWhatIsTyped(Filter filter, String typed, String pattern) {
    assertThat(read(filter, typed)).contains(new Condition.Like(pattern));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"TCP, TCP", "tcp, TCP", "true, true", "UDP,", "'',"})
  void aWordIsOneOfThoseThereAre(String typed, @Nullable String word) {
    assertThat(read(Filter.CHOICE, typed))
        .isEqualTo(Optional.ofNullable(word).map(Condition.Is::new));
  }

  @ParameterizedTest(name = "{0}: {1} holds {2} not {3}")
  @CsvSource({
    "5, 5, 6",
    "=5, 5, 4",
    ">5, 6, 5",
    ">=5, 5, 4",
    "< 5, 4, 5",
    "<=5, 5, 6",
    "2..9, 9, 10",
    "2 .. 9, 2, 1",
    "2.., 1000, 1",
    "..9, -3, 10",
    "'3,5', 3.5, 3",
    "3.5, 3.5, 4",
    "-5, -5, 5",
    "1:30, 90, 91",
    ">1:00:00, 3601, 3600",
  })
  void numbersLieWithinWhatIsTyped(String typed, double holds, double holdsNot) {
    Condition condition = read(Filter.NUMBER, typed).orElseThrow();
    assertThat(condition.holds(holds)).isTrue();
    assertThat(condition.holds(holdsNot)).isFalse();
  }

  @ParameterizedTest(name = "{0}: from {1} before {2}")
  @CsvSource({
    "2026-03-01, 2026-03-01T03:00:00Z, 2026-03-02T03:00:00Z",
    "2026-03-01..2026-03-03, 2026-03-01T03:00:00Z, 2026-03-04T03:00:00Z",
    "2026-03-01T10:00..2026-03-01T11:30, 2026-03-01T13:00:00Z, 2026-03-01T14:30:00Z",
    "2026-03-01T10:00:05.., 2026-03-01T13:00:05Z,",
    "..2026-03-01T10:00, , 2026-03-01T13:00:00Z",
    "2026-03-01T10:00:00Z..2026-03-01T12:00:00+01:00, 2026-03-01T10:00:00Z, 2026-03-01T11:00:00Z",
    "2026-03-01T10:00, 2026-03-01T13:00:00Z, 2026-03-01T13:01:00Z",
    "PT24H, 2026-03-07T12:00:00Z,",
    "P7D, 2026-03-01T12:00:00Z,",
    "PT30M, 2026-03-08T11:30:00Z,",
  })
  void momentsLieWithinWhatIsTyped(String typed, @Nullable Instant from, @Nullable Instant before) {
    assertThat(read(Filter.MOMENT, typed)).contains(new Condition.Period(from, before));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "NUMBER, abc",
    "NUMBER, ..",
    "NUMBER, 5..x",
    "NUMBER, >",
    "NUMBER, 1e9",
    "NUMBER, 9999999999999999999999",
    "MOMENT, yesterday",
    "MOMENT, ..",
    "MOMENT, 2026-13-01",
    "MOMENT, 2026-03-01T25:00",
    "MOMENT, P1Y",
    "CHOICE, nothing",
    "NONE, abc",
  })
  void whatCannotBeReadIsNoCondition(Filter filter, String typed) {
    assertThat(read(filter, typed)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "TEXT, ' abc ', abc",
    "NUMBER, 2..9, 2..9",
    "MOMENT, P7D, P7D",
    "MOMENT, 2026-03-01T10:00.., 2026-03-01T13:00:00Z..",
    "MOMENT, 2026-03-01, 2026-03-01T03:00:00Z..2026-03-02T03:00:00Z",
    "MOMENT, nonsense, nonsense",
  })
  void anAddressMeansTheSameInEveryZone(Filter filter, String typed, String canonical) {
    assertThat(TypedFilter.canonical(column(filter), typed, ZONE)).isEqualTo(canonical);
  }
}
