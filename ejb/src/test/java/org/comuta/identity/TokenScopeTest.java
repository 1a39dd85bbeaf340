package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenScopeTest {
  private static final SettableClock CLOCK = new SettableClock();

  private static Rights in(Area area, Level level) {
    return new Rights(
        area == Area.CONFIGURATION ? level : Level.NONE,
        area == Area.MONITORING ? level : Level.NONE,
        area == Area.DIAGNOSTICS ? level : Level.NONE,
        area == Area.ADMINISTRATION ? level : Level.NONE);
  }

  private static Token token(Rights scope) {
    return new Token(
        "t1", "maria", "", scope, CLOCK.instant(), CLOCK.instant().plusSeconds(60), null, null);
  }

  @ParameterizedTest(name = "scope {0}, user {1}: may {2}; may be made: {3}")
  @CsvSource({
    "NONE, NONE, NONE, true",
    "NONE, READ, NONE, true",
    "NONE, FULL, NONE, true",
    "READ, NONE, NONE, false",
    "READ, READ, READ, true",
    "READ, FULL, READ, true",
    "FULL, NONE, NONE, false",
    "FULL, READ, READ, false",
    "FULL, FULL, FULL, true",
  })
  void itMayWhatBothMay(Level scope, Level ofUser, Level may, boolean canBeMade) {
    for (Area area : Area.values()) {
      assertThat(token(in(area, scope)).rightsWhile(in(area, ofUser))).isEqualTo(in(area, may));
      assertThat(
              new NewToken("", in(area, scope), Duration.ofDays(1))
                  .check(in(area, ofUser)).stream().map(Problem::field))
          .containsExactly(
              canBeMade
                  ? new String[0]
                  : new String[] {"scope." + area.name().toLowerCase(Locale.ROOT)});
    }
  }

  @Provide
  Arbitrary<Rights> rights() {
    Arbitrary<Level> level = Arbitraries.of(Level.class);
    return Combinators.combine(level, level, level, level).as(Rights::new);
  }

  @Property
  void itNeverGetsMoreThanItsScopeOrItsUser(
      @ForAll("rights") Rights scope, @ForAll("rights") Rights ofUser) {
    Rights may = token(scope).rightsWhile(ofUser);
    assertThat(scope.cover(may)).isTrue();
    assertThat(ofUser.cover(may)).isTrue();
    assertThat(Arrays.stream(Area.values()))
        .allMatch(
            area -> may.in(area).covers(scope.in(area)) || may.in(area).covers(ofUser.in(area)));
  }

  @ParameterizedTest(name = "{0} s and a description of {1}: wrong is {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 0, days",
        "-1, 0, days",
        "1, 255, -",
        "315360000, 0, -",
        "315360001, 0, days",
        "1, 256, description",
      })
  void itIsMadeForAWhile(long seconds, int characters, @Nullable String wrong) {
    assertThat(
            new NewToken("x".repeat(characters), Rights.NONE, Duration.ofSeconds(seconds))
                .check(Rights.NONE).stream().map(Problem::field))
        .isEqualTo(wrong == null ? List.of() : List.of(wrong));
  }
}
