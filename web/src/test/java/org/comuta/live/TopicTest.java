package org.comuta.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.identity.Right;
import org.comuta.statistics.Period;
import org.junit.jupiter.api.Test;

class TopicTest {
  @Test
  void topicsAreAskedForByTheirWords() {
    assertThat(LiveServlet.asked("now,naps.DAY")).containsExactly(Topic.NOW, Topic.NAPS_DAY);
    assertThat(LiveServlet.asked("now,nothing")).isEmpty();
    assertThat(LiveServlet.asked(null)).isEmpty();
  }

  @Test
  void thereAreNapsOfEveryPeriod() {
    for (Period period : Period.values()) {
      assertThat(Topic.of("naps." + period)).isPresent();
    }
  }

  @Test
  void whatIsNotLiveIsForThoseWhoSeeTheConfiguration() {
    assertThat(Topic.CONFIGURATION.needed()).isEqualTo(Right.SEE_CONFIGURATION);
    assertThat(Topic.NOW.needed()).isEqualTo(Right.SEE_MONITORING);
  }
}
