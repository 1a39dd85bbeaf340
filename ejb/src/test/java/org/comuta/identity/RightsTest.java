package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
  @ParameterizedTest(name = "{1} in the area of {0} gives it: {2}")
  @CsvSource({
    "SEE_CONFIGURATION, NONE, false",
    "SEE_CONFIGURATION, READ, true",
    "SEE_CONFIGURATION, FULL, true",
    "CONFIGURE, READ, false",
    "CONFIGURE, FULL, true",
    "SEE_MONITORING, READ, true",
    "OPERATE, READ, false",
    "OPERATE, FULL, true",
    "SEE_DIAGNOSTICS, READ, true",
    "DIAGNOSE, READ, false",
    "DIAGNOSE, FULL, true",
    "SEE_ADMINISTRATION, READ, true",
    "ADMINISTER, READ, false",
    "ADMINISTER, FULL, true",
    "OWN_ACCOUNT, FULL, false",
  })
  void rightsFollowFromLevels(Right right, Level level, boolean given) {
    Rights rights =
        new Rights(
            right.area() == Area.CONFIGURATION ? level : Level.NONE,
            right.area() == Area.MONITORING ? level : Level.NONE,
            right.area() == Area.DIAGNOSTICS ? level : Level.NONE,
            right.area() == Area.ADMINISTRATION ? level : Level.NONE);
    assertThat(rights.granted().contains(right)).isEqualTo(given);
  }

  @Provide
  Arbitrary<Rights> rights() {
    Arbitrary<Level> level = Arbitraries.of(Level.class);
    return Combinators.combine(level, level, level, level).as(Rights::new);
  }

  @Property
  void levelsAreFoundAgainInWhatTheyGive(@ForAll("rights") Rights rights) {
    assertThat(Rights.where(rights.granted()::contains)).isEqualTo(rights);
  }

  @Property
  void theLesserOfTwoGivesWhatBothGive(
      @ForAll("rights") Rights one, @ForAll("rights") Rights other) {
    Rights lesser = one.atMost(other);
    assertThat(lesser.granted())
        .allMatch(right -> one.granted().contains(right) && other.granted().contains(right));
    assertThat(one.cover(lesser)).isTrue();
    assertThat(other.cover(lesser)).isTrue();
    assertThat(one.cover(other)).isEqualTo(lesser.equals(other));
  }
}
