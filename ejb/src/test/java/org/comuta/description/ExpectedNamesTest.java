package org.comuta.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpectedNamesTest {
  private final OtherNames names = new ExpectedNames(kind -> List.of("here"));

  @AfterEach
  void end() {
    ExpectedNames.end();
  }

  @Test
  void namesAreThoseThatThereAre() {
    assertThat(names.of("certificate")).containsExactly("here");
  }

  @Test
  void namesThatAreExpectedTakeTheirPlace() {
    Map<String, Set<String>> expected = new HashMap<>();
    ExpectedNames.begin(expected);
    assertThat(names.of("certificate")).containsExactly("here");

    expected.put("certificate", Set.of("restored"));

    assertThat(names.of("certificate")).containsExactly("restored");
    assertThat(names.of("other")).containsExactly("here");
  }

  @Test
  void nothingIsExpectedAfterwards() {
    ExpectedNames.begin(Map.of("certificate", Set.of("restored")));

    ExpectedNames.end();

    assertThat(names.of("certificate")).containsExactly("here");
  }

  @Test
  void otherThreadsExpectNothing() {
    ExpectedNames.begin(Map.of("certificate", Set.of("restored")));

    assertThat(CompletableFuture.supplyAsync(() -> names.of("certificate")).join())
        .isEqualTo(List.of("here"));
  }
}
