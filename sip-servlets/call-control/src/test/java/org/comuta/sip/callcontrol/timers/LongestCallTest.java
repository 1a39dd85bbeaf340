package org.comuta.sip.callcontrol.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LongestCallTest {
  @Test
  void theShortestLimitCounts() {
    assertThat(LongestCall.shortest(0, 3600, 60)).isEqualTo(OptionalInt.of(60));
  }

  @Test
  void withoutAnyLimitThereIsNone() {
    assertThat(LongestCall.shortest(0, 0, 0)).isEmpty();
  }
}
