package org.comuta.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.event.AlarmContent;
import org.comuta.event.CallChanged;
import org.comuta.event.CallRinging;
import org.comuta.event.Event;
import org.comuta.event.EventHub;
import org.comuta.event.EventType;
import org.comuta.event.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NapHealthTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EventHub events = new EventHub("here", InstantSource.system());
  private final Alarms alarms = new Alarms(events, InstantSource.system());
  private final Subscription told =
      events.subscribe("test", 100, content -> content instanceof AlarmContent);
  private final NapHealth naps = new NapHealth(events, alarms);

  @AfterEach
  void end() {
    naps.close();
  }

  private void fails(String nap, @Nullable String failure, int status) {
    events.publish(
        new CallChanged(
            "c",
            "a",
            nap,
            "1",
            "2",
            "out",
            CallChanged.Change.ATTEMPT_FAILED,
            "CALLED",
            34,
            status,
            failure));
  }

  private void rings(String nap) {
    events.publish(new CallRinging("c", "a", nap, "1", "2", "out"));
  }

  private void expect(EventType type, String nap) {
    List<Event> next = told.take(1, PATIENCE);
    assertThat(next).extracting(Event::type).containsExactly(type);
    assertThat(((AlarmContent) next.getFirst().content()).alarm().object()).isEqualTo(nap);
  }

  @Test
  void callAfterCallThatFailsThereIsAnAlarmUntilOneDoesNot() {
    for (int i = 0; i < NapHealth.FAILURES - 1; i++) {
      fails("carrier", null, 503);
    }
    rings("carrier");
    for (int i = 0; i < NapHealth.FAILURES - 1; i++) {
      fails("carrier", "DESTINATION_NO_RESPONSE", 408);
    }
    fails("other", null, 503);
    fails("carrier", null, 500);
    expect(EventType.ALARM_RAISED, "carrier");
    rings("carrier");
    expect(EventType.ALARM_CLEARED, "carrier");
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void busyOrUnknownNumbersAreNoFaultOfTheNap() {
    for (int i = 0; i < NapHealth.FAILURES - 1; i++) {
      fails("carrier", null, 503);
    }
    fails("carrier", null, 486);
    fails("carrier", null, 503);
    for (int i = 0; i < NapHealth.FAILURES; i++) {
      fails("last", null, 503);
    }
    expect(EventType.ALARM_RAISED, "last");
    assertThat(alarms.active()).extracting(Alarm::object).containsExactly("last");
  }

  @Test
  void aNapThatIsNoneAnyMoreHasNoAlarm() {
    for (int i = 0; i < NapHealth.FAILURES; i++) {
      fails("carrier", null, 503);
    }
    expect(EventType.ALARM_RAISED, "carrier");
    naps.retain(Set.of("other"));
    assertThat(alarms.active()).isEmpty();
  }
}
