package org.comuta.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  @Test
  void whatBeginsWithItComesBeforeWhatContainsIt() {
    Stream<String> all = Stream.of("old-carrier", "Carrier-2", "carrier-1", "office");

    assertThat(Suggestions.matching(all, " CARR "))
        .containsExactly("Carrier-2", "carrier-1", "old-carrier");
  }

  @Test
  void notMoreAreSuggestedThanAnybodyReads() {
    Stream<String> all = IntStream.range(0, 10_000).mapToObj(i -> "nap-" + i);

    assertThat(Suggestions.matching(all, "")).hasSize(50);
  }
}
