package org.comuta.sip.container.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The wheel alone, with the clock in the hand of the test. */
class TimerWheelTest {

  private static final long START = 1_000;

  private final LaneImpl lane = new LaneGroup(1, 1, TimerWheelTest.class.getClassLoader()).lane(0);

  @Property
  void everyTimerFiresOnceAndNeverBeforeItsTick(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 2_000) Integer> delays,
      @ForAll @IntRange(min = 1, max = 1_500) int step) {
    TimerWheel wheel = new TimerWheel(START);
    TreeMap<Integer, List<Long>> fired = new TreeMap<>();
    long[] now = {START};
    for (int i = 0; i < delays.size(); i++) {
      int index = i;
      wheel.arm(
          new LaneTimer(
              lane,
              () -> fired.computeIfAbsent(index, _ -> new ArrayList<>()).add(now[0]),
              START + delays.get(i),
              0));
    }
    while (now[0] < START + 2_000) {
      now[0] += step;
      wheel.advance(now[0]);
    }
    assertThat(fired).hasSize(delays.size());
    fired.forEach(
        (index, times) -> {
          long due = START + delays.get(index);
          assertThat(times).hasSize(1);
          assertThat(times.getFirst()).isGreaterThanOrEqualTo(due).isLessThan(due + step);
        });
    assertThat(wheel.armed()).isZero();
  }

  @Property
  void theNextTickIsNeverBehindTheNextTimer(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 3_000) Integer> delays) {
    TimerWheel wheel = new TimerWheel(START);
    delays.forEach(delay -> wheel.arm(new LaneTimer(lane, () -> {}, START + delay, 0)));
    long earliest = START + delays.stream().mapToInt(delay -> delay).min().orElseThrow();
    assertThat(wheel.nextTick()).isGreaterThan(START).isLessThanOrEqualTo(earliest);
  }

  @Test
  void anEmptyWheelNeedsNoWaking() {
    TimerWheel wheel = new TimerWheel(START);
    LaneTimer timer = new LaneTimer(lane, () -> {}, START + 5, 0);
    wheel.arm(timer);
    wheel.disarm(timer);
    assertThat(wheel.nextTick()).isEqualTo(Long.MAX_VALUE);
    assertThat(wheel.armed()).isZero();
  }

  @Test
  void aTimerMayCallOffAnotherThatIsDueWithIt() {
    TimerWheel wheel = new TimerWheel(START);
    List<String> fired = new ArrayList<>();
    LaneTimer[] second = new LaneTimer[1];
    LaneTimer first =
        new LaneTimer(
            lane,
            () -> {
              fired.add("first");
              second[0].cancel();
            },
            START + 1,
            0);
    second[0] = new LaneTimer(lane, () -> fired.add("second"), START + 1, 0);
    wheel.arm(first);
    wheel.arm(second[0]);
    wheel.advance(START + 1);
    assertThat(fired).containsExactly("first");
  }

  @Test
  void timersOfOneTickFireInTheOrderTheyWereArmed() {
    TimerWheel wheel = new TimerWheel(START);
    List<Integer> fired = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      wheel.arm(new LaneTimer(lane, () -> fired.add(number), START + 3, 0));
    }
    wheel.advance(START + 3);
    assertThat(fired).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aTimerArmedWhileFiringComesInALaterTick() {
    TimerWheel wheel = new TimerWheel(START);
    List<String> fired = new ArrayList<>();
    wheel.arm(
        new LaneTimer(
            lane,
            () -> wheel.arm(new LaneTimer(lane, () -> fired.add("again"), START + 1, 0)),
            START + 1,
            0));
    wheel.advance(START + 1);
    assertThat(fired).isEmpty();
    wheel.advance(START + 2);
    assertThat(fired).containsExactly("again");
  }
}
