package org.comuta.sip.container.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CongestionTest {
  private final Congestion congestion = new Congestion();

  /** A message begins at this moment after it has waited so long, both in milliseconds. */
  private boolean begins(long at, long waited) {
    return congestion.begins(nanos(at - waited), nanos(at));
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(1_000_000 + millis);
  }

  @Test
  void whatWaitsALittleSuffersFromNothing() {
    for (int at = 0; at < 10_000; at += 10) {
      assertThat(begins(at, 100)).isFalse();
    }
    assertThat(congestion.isOn(nanos(10_000))).isFalse();
  }

  @Test
  void aBurstIsNoCongestion() {
    for (int at = 0; at < 500; at += 10) {
      assertThat(begins(at, 450)).isFalse();
    }
    assertThat(begins(500, 90)).isFalse();
    for (int at = 510; at < 1_000; at += 10) {
      assertThat(begins(at, 450)).as("a second burst").isFalse();
    }
  }

  @Test
  void onePauseEndsABurst() {
    assertThat(begins(0, 200)).isFalse();
    congestion.paused();
    assertThat(begins(60_000, 200)).as("a minute later, between two rests").isFalse();
  }

  @Test
  void whatStaysLateIsCongestion() {
    assertThat(begins(0, 101)).isFalse();
    assertThat(begins(499, 300)).isFalse();
    assertThat(begins(500, 300)).isTrue();
    assertThat(congestion.isOn(nanos(500))).isTrue();
    assertThat(begins(510, 100)).as("not late itself").isFalse();
    assertThat(begins(520, 101)).as("late, and it goes on").isTrue();
  }

  @Test
  void itEndsWhenNothingHasBeenLateForTwoSeconds() {
    begins(0, 200);
    assertThat(begins(500, 200)).isTrue();
    assertThat(begins(2_499, 50)).isFalse();
    assertThat(congestion.isOn(nanos(2_499))).isTrue();
    assertThat(congestion.isOn(nanos(2_500))).as("though no message came").isFalse();
    assertThat(begins(2_500, 50)).isFalse();
    assertThat(begins(2_600, 200)).as("begins anew").isFalse();
    assertThat(begins(3_100, 200)).isTrue();
  }
}
