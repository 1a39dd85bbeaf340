package org.comuta.nap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comuta.nap.Reachability.Place;
import org.comuta.nap.Reachability.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachabilityTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private final Reachability reachability = new Reachability();

  private void told(String place, String words) {
    for (int i = 0; i < words.length(); i++) {
      char word = words.charAt(i);
      if (word == 'y') {
        reachability.answered("nap", place, NOON);
      } else if (word == 'n') {
        reachability.failed("nap", place, NOON, "no response");
      }
    }
  }

  @ParameterizedTest(name = "first {0}, second {1}: {2}, {3}, NAP {4}")
  @CsvSource({
    "-,     -,   UNKNOWN,  UNKNOWN,  UNKNOWN",
    "y,     -,   ACTIVE,   UNKNOWN,  ACTIVE",
    "y,     y,   ACTIVE,   ACTIVE,   ACTIVE",
    "n,     -,   SUSPECT,  UNKNOWN,  SUSPECT",
    "yn,    y,   SUSPECT,  ACTIVE,   SUSPECT",
    "nn,    nn,  SUSPECT,  SUSPECT,  SUSPECT",
    "nny,   y,   ACTIVE,   ACTIVE,   ACTIVE",
    "nnynn, y,   SUSPECT,  ACTIVE,   SUSPECT",
    "nnn,   y,   INACTIVE, ACTIVE,   SUSPECT",
    "nnn,   -,   INACTIVE, UNKNOWN,  SUSPECT",
    "nnn,   nnn, INACTIVE, INACTIVE, INACTIVE",
    "nnnnn, nnn, INACTIVE, INACTIVE, INACTIVE",
    "nnny,  nnn, ACTIVE,   INACTIVE, SUSPECT",
  })
  void aPlaceAndItsNapStandAsTheAnswersSay(
      String first, String second, State firstState, State secondState, State nap) {
    reachability.watch(Map.of("nap", List.of("first", "second")));
    told("first", first);
    told("second", second);
    assertThat(reachability.of("nap", "first")).isEqualTo(firstState);
    assertThat(reachability.of("nap", "second")).isEqualTo(secondState);
    assertThat(reachability.of("nap")).isEqualTo(nap);
  }

  @Test
  void whatIsNotAskedIsNotKnown() {
    told("first", "nnn");
    assertThat(reachability.of("nap")).isEqualTo(State.UNKNOWN);
    assertThat(reachability.places("nap")).isEmpty();
    reachability.watch(Map.of("nap", List.of("first", "second")));
    told("first", "nnn");
    reachability.watch(Map.of("nap", List.of("second")));
    told("first", "nnn");
    assertThat(reachability.places("nap")).extracting(Place::place).containsExactly("second");
    reachability.watch(Map.of());
    assertThat(reachability.of("nap")).isEqualTo(State.UNKNOWN);
  }

  @Test
  void whoStaysAskedKeepsWhatWasFoundAndSinceWhen() {
    reachability.watch(Map.of("nap", List.of("first")));
    told("first", "nnn");
    reachability.failed("nap", "first", NOON.plusSeconds(30), "SIP 503");
    reachability.watch(Map.of("nap", List.of("zeroth", "first")));
    assertThat(reachability.places("nap"))
        .containsExactly(
            new Place("zeroth", State.UNKNOWN, null, ""),
            new Place("first", State.INACTIVE, NOON, "SIP 503"));
    reachability.answered("nap", "first", NOON.plusSeconds(60));
    assertThat(reachability.places("nap").getLast())
        .isEqualTo(new Place("first", State.ACTIVE, NOON.plusSeconds(60), ""));
  }
}
