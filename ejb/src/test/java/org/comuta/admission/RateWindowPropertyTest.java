package org.comuta.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RateWindowPropertyTest {
  private static final long SECOND = 1_000_000_000L;

  @Property
  void lessThanTheLimitWithinTheLastSecondIsLetInAndNoMore(
      @ForAll @IntRange(min = 1, max = 20) int limit,
      @ForAll @Size(max = 200) List<@IntRange(max = 300) Integer> pauses) {
    long now = Long.MAX_VALUE - SECOND; // the clock may run over
    RateWindow window = new RateWindow(limit, now);
    ArrayDeque<Long> lastSecond = new ArrayDeque<>();
    for (int pause : pauses) {
      now += pause * 1_000_000L;
      while (!lastSecond.isEmpty() && now - lastSecond.peekFirst() >= SECOND) {
        lastSecond.pollFirst();
      }
      boolean expected = lastSecond.size() < limit;
      assertThat(window.enter(now)).isEqualTo(expected);
      if (expected) {
        lastSecond.add(now);
      }
    }
  }
}
