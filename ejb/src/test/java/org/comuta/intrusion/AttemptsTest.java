package org.comuta.intrusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final long INTERVAL = 60_000;

  @Test
  void allOfTheIntervalCountAndNoneOfBefore() {
    Attempts attempts = new Attempts(INTERVAL, 0);
    assertThat(attempts.add(0)).isEqualTo(1);
    assertThat(attempts.add(30_000)).isEqualTo(2);
    assertThat(attempts.add(59_999)).isEqualTo(3);
    assertThat(attempts.add(119_000)).as("only those of the last minute").isEqualTo(2);
    assertThat(attempts.add(INTERVAL * 100)).isEqualTo(1);
  }

  @RepeatedTest(20)
  void itIsNeverLessThanWasAndHardlyMore() {
    Random random = new Random();
    long now = random.nextLong(1_000_000_000_000L) - 500_000_000_000L;
    Attempts attempts = new Attempts(INTERVAL, now);
    Deque<Long> all = new ArrayDeque<>();
    for (int i = 0; i < 5_000; i++) {
      now += random.nextInt(random.nextInt(50) == 0 ? 100_000 : 500);
      all.addLast(now);
      int count = attempts.add(now);
      assertThat(count)
          .isBetween(within(all, now, INTERVAL), within(all, now, INTERVAL * 17 / 16 + 1));
    }
  }

  private static int within(Deque<Long> all, long now, long interval) {
    return (int) all.stream().filter(at -> at > now - interval).count();
  }
}
