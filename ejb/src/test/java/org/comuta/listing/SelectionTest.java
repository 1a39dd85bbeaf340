package org.comuta.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private enum Level {
    LOW,
    HIGH
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc     | abc     | true
          ABC     | abc     | true
          abc     | abcd    | false
          ab*     | abcd    | true
          *cd     | abcd    | true
          *bc*    | abcd    | true
          a*d     | abcd    | true
          a*b*d   | abcd    | true
          a*e*d   | abcd    | false
          ab*bc   | abc     | false
          *       | ''      | true
          ''      | ''      | true
          ''      | a       | false
          a.c     | abc     | false
          *(*     | a(b     | true
          """)
  void aTextIsLikeAPattern(String pattern, String text, boolean like) {
    assertThat(new Condition.Like(pattern).holds(text)).isEqualTo(like);
  }

  static Stream<Arguments> values() {
    Condition fiveToNine = new Condition.Range(BigDecimal.valueOf(5), BigDecimal.valueOf(9), true);
    Condition above5 = new Condition.Range(BigDecimal.valueOf(5), null, false);
    Condition anHour = new Condition.Period(NOON, NOON.plusSeconds(3_600));
    return Stream.of(
        arguments(new Condition.Is("true"), true, true),
        arguments(new Condition.Is("true"), false, false),
        arguments(new Condition.Is("high"), Level.HIGH, true),
        arguments(new Condition.Is("5060"), 5060L, true),
        arguments(new Condition.Is("b"), List.of("a", "b"), true),
        arguments(new Condition.Is("c"), List.of("a", "b"), false),
        arguments(new Condition.Is(""), null, true),
        arguments(new Condition.Like(""), List.of(), true),
        arguments(new Condition.Like("*"), null, true),
        arguments(new Condition.Like("a*"), null, false),
        arguments(fiveToNine, 5, true),
        arguments(fiveToNine, 9L, true),
        arguments(fiveToNine, 9.01, false),
        arguments(fiveToNine, Duration.ofSeconds(6), true),
        arguments(fiveToNine, Duration.ofMinutes(6), false),
        arguments(fiveToNine, "7", false),
        arguments(fiveToNine, null, false),
        arguments(fiveToNine, Double.NaN, false),
        arguments(above5, 5, false),
        arguments(above5, 6, true),
        arguments(anHour, NOON, true),
        arguments(anHour, NOON.plusSeconds(3_600), false),
        arguments(anHour, NOON.minusSeconds(1), false),
        arguments(anHour, null, false));
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @MethodSource("values")
  void aValueIsAsItIsAskedFor(Condition condition, @Nullable Object value, boolean holds) {
    assertThat(condition.holds(value)).isEqualTo(holds);
  }

  static Stream<Arguments> orders() {
    return Stream.of(
        arguments(Arrays.asList("b", "A", null, "c", ""), "0", "1 0 3 2 4"),
        arguments(Arrays.asList("b", "A", null, "c", ""), "-0", "3 0 1 2 4"),
        arguments(Arrays.asList(10, 9L, 9.5, null), "0", "1 2 0 3"),
        arguments(Arrays.asList(Duration.ofMinutes(2), Duration.ofSeconds(90)), "0", "1 0"),
        arguments(Arrays.asList(Level.HIGH, Level.LOW), "0", "1 0"),
        arguments(Arrays.asList(true, false, true), "0", "1 0 2"),
        arguments(Arrays.asList(NOON, NOON.minusSeconds(1)), "0", "1 0"),
        arguments(Arrays.asList(List.of("b"), List.of(), List.of("a", "z")), "0", "2 0 1"));
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @MethodSource("orders")
  void nothingComesLastAndEqualsStay(List<@Nullable Object> values, String order, String sorted) {
    List<Integer> places = Stream.iterate(0, i -> i + 1).limit(values.size()).toList();
    Selection selection = new Selection(Map.of(), Order.parse(order).orElseThrow());
    assertThat(selection.of(places, (place, field) -> values.get(place)))
        .extracting(String::valueOf)
        .containsExactly(sorted.split(" "));
  }

  @Test
  void allConditionsMustHold() {
    Selection both =
        new Selection(Map.of("0", new Condition.Like("a*"), "1", new Condition.Like("*b")), null);
    List<List<String>> rows = List.of(List.of("ax", "xb"), List.of("ax", "x"), List.of("x", "b"));
    assertThat(both.of(rows, (row, field) -> row.get(Integer.parseInt(field))))
        .containsExactly(rows.getFirst());
    assertThat(Selection.ALL.of(rows, (row, field) -> "")).isEqualTo(rows);
  }
}
