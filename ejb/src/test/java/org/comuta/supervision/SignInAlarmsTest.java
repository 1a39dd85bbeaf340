package org.comuta.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.event.EventContent;
import org.comuta.event.EventType;
import org.comuta.identity.Lock;
import org.comuta.identity.LockKind;
import org.junit.jupiter.api.Test;

class SignInAlarmsTest {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final List<EventContent> told = new ArrayList<>();
  private final Alarms alarms = new Alarms(content -> {}, () -> now);
  private final SignInAlarms signIns = new SignInAlarms(told::add, alarms, () -> now);

  @Test
  void manyFailuresInAShortTimeAreAnAlarm() {
    for (int i = 0; i < SignInAlarms.MANY - 1; i++) {
      signIns.failed("user" + i, "192.0.2.1");
    }
    now = now.plus(Duration.ofMinutes(6));
    for (int i = 0; i < SignInAlarms.MANY - 1; i++) {
      signIns.failed("user" + i, "192.0.2.1");
    }
    assertThat(alarms.active()).isEmpty();
    signIns.failed("root", "192.0.2.1");
    assertThat(alarms.active())
        .extracting(Alarm::condition, Alarm::details)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Condition.SIGN_IN_FAILURES, "root, 192.0.2.1"));
  }

  @Test
  void aLockIsToldAndIsAnAlarm() {
    signIns.signedIn("maria", "192.0.2.1");
    signIns.locked(new Lock("1", LockKind.USER, "maria", "", now, now.plusSeconds(300)));
    assertThat(told)
        .extracting(EventContent::type)
        .containsExactly(EventType.USER_SIGNED_IN, EventType.USER_LOCKED_OUT);
    assertThat(alarms.active())
        .extracting(Alarm::condition)
        .containsExactly(Condition.SIGN_IN_LOCKED);
  }
}
