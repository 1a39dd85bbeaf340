package org.comuta.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.clock.ClockState;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private static final Optional<ClockState> RIGHT =
      Optional.of(new ClockState(true, Duration.ofMillis(20)));
  private static final Optional<ClockState> WRONG =
      Optional.of(new ClockState(false, Duration.ofSeconds(16)));

  private Instant now = Instant.EPOCH;
  private Optional<ClockState> state = Optional.empty();
  private final Alarms alarms = new Alarms(content -> {}, () -> now);
  private final ClockWatch watch = new ClockWatch(() -> state, alarms, () -> now);

  private List<Condition> after(Duration time, Optional<ClockState> then) {
    now = now.plus(time);
    state = then;
    watch.look();
    return alarms.active().stream().map(Alarm::condition).toList();
  }

  @Test
  void theAlarmWaitsForATimeServiceAndGoesWhenOneIsThere() {
    Duration nearly = ClockWatch.PATIENCE.minusSeconds(1);
    assertThat(after(Duration.ZERO, WRONG)).isEmpty();
    assertThat(after(nearly, WRONG)).isEmpty();
    assertThat(after(Duration.ofSeconds(1), WRONG))
        .containsExactly(Condition.CLOCK_NOT_SYNCHRONISED);
    assertThat(alarms.active().getFirst().details()).contains("16.000 s");
    assertThat(after(Duration.ofSeconds(5), RIGHT)).isEmpty();
    assertThat(after(Duration.ofSeconds(5), WRONG)).isEmpty();
    assertThat(after(nearly, WRONG)).isEmpty();
  }

  @Test
  void whereNobodyKnowsNothingIsRaised() {
    assertThat(after(Duration.ZERO, Optional.empty())).isEmpty();
    assertThat(after(ClockWatch.PATIENCE.multipliedBy(3), Optional.empty())).isEmpty();
  }
}
