package org.comuta.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comuta.event.AlarmContent;
import org.comuta.event.EventContent;
import org.comuta.event.EventType;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final List<EventContent> told = new ArrayList<>();
  private final Alarms alarms = new Alarms(told::add, () -> now);

  private List<EventType> types() {
    return told.stream().map(EventContent::type).toList();
  }

  @Test
  void theSameOfTheSameObjectIsOneAlarm() {
    alarms.raise(Condition.NAP_FAILING, "carrier", "cause 27");
    now = now.plusSeconds(5);
    alarms.raise(Condition.NAP_FAILING, "carrier", "cause 27");
    alarms.raise(Condition.NAP_FAILING, "other", "cause 41");

    assertThat(alarms.active()).hasSize(2);
    Alarm carrier = alarms.active().getLast();
    assertThat(carrier)
        .returns(2L, Alarm::count)
        .returns(now, Alarm::lastAt)
        .returns(now.minusSeconds(5), Alarm::raisedAt)
        .returns(Severity.MAJOR, Alarm::severity);
    assertThat(types()).containsExactly(EventType.ALARM_RAISED, EventType.ALARM_RAISED);
  }

  @Test
  void theWorstIsFirst() {
    alarms.raise(Condition.NAP_CALLS_NEAR_LIMIT, "a", "");
    alarms.raise(Condition.DATABASE_AWAY, "exchange", "");
    alarms.raise(Condition.DEAD_LETTERS, "hook", "");
    assertThat(alarms.active())
        .extracting(Alarm::condition)
        .containsExactly(
            Condition.DATABASE_AWAY, Condition.DEAD_LETTERS, Condition.NAP_CALLS_NEAR_LIMIT);
  }

  @Test
  void changedDetailsAreToldButNotAllTheTime() {
    alarms.raise(Condition.DISK_FULL, "exchange", "1 MB");
    now = now.plusSeconds(29);
    alarms.raise(Condition.DISK_FULL, "exchange", "2 MB");
    now = now.plusSeconds(1);
    alarms.raise(Condition.DISK_FULL, "exchange", "3 MB");
    alarms.raise(Condition.DISK_FULL, "exchange", "4 MB");
    assertThat(types()).containsExactly(EventType.ALARM_RAISED, EventType.ALARM_CHANGED);
    assertThat(((AlarmContent) told.getLast()).alarm().details()).isEqualTo("3 MB");
    assertThat(alarms.active().getFirst().details()).isEqualTo("4 MB");
  }

  @Test
  void whatIsOverIsToldOnce() {
    alarms.raise(Condition.DISK_FULL, "exchange", "");
    alarms.clear(Condition.DISK_FULL, "exchange");
    alarms.clear(Condition.DISK_FULL, "exchange");
    alarms.clear(Condition.DISK_NEARLY_FULL, "exchange");
    assertThat(alarms.active()).isEmpty();
    assertThat(types()).containsExactly(EventType.ALARM_RAISED, EventType.ALARM_CLEARED);
    assertThat(((AlarmContent) told.getLast()).alarm().clearedAt()).isEqualTo(now);
  }

  @Test
  void anAlarmWhoseEndNobodySeesEndsWhenItIsQuiet() {
    alarms.raise(Condition.EVENTS_DROPPED, "webhooks", "");
    alarms.raise(Condition.DISK_FULL, "exchange", "");
    now = now.plus(Duration.ofMinutes(10));
    alarms.clearQuiet();
    assertThat(alarms.active()).hasSize(2);
    now = now.plusMillis(1);
    alarms.clearQuiet();
    assertThat(alarms.active()).extracting(Alarm::condition).containsExactly(Condition.DISK_FULL);
  }

  @Test
  void thoseOfObjectsThatAreGoneAreCleared() {
    alarms.raise(Condition.NAP_FAILING, "a", "");
    alarms.raise(Condition.NAP_FAILING, "b", "");
    alarms.raise(Condition.DISK_FULL, "exchange", "");
    alarms.clearOthers(Condition.NAP_FAILING, Set.of("a"));
    assertThat(alarms.active()).extracting(Alarm::object).containsExactly("exchange", "a");
  }

  @Test
  void somebodyTakesCareOfIt() {
    alarms.raise(Condition.DISK_FULL, "exchange", "");
    String id = alarms.active().getFirst().id();
    assertThat(alarms.acknowledge("other", "maria", "")).isEmpty();
    assertThat(alarms.acknowledge(id, "maria", "ordered a disk").orElseThrow())
        .returns("maria", Alarm::acknowledgedBy)
        .returns("ordered a disk", Alarm::comment)
        .returns(now, Alarm::acknowledgedAt);
    alarms.raise(Condition.DISK_FULL, "exchange", "");
    assertThat(alarms.active().getFirst().isAcknowledged()).isTrue();
    assertThat(types()).containsExactly(EventType.ALARM_RAISED, EventType.ALARM_ACKNOWLEDGED);
  }

  @Test
  void strangersCannotFillTheMemoryNorBreakALine() {
    for (int i = 0; i < Alarms.MOST + 10; i++) {
      alarms.raise(Condition.NAP_FAILING, "nap" + i, "");
    }
    assertThat(alarms.active()).hasSize(Alarms.MOST);
    alarms.clear(Condition.NAP_FAILING, "nap0");
    alarms.raise(Condition.DISK_FULL, "a\nb", "x\u0000".repeat(2_000));
    Alarm bounded = alarms.active().getFirst();
    assertThat(bounded.object()).isEqualTo("a b");
    assertThat(bounded.details()).hasSize(Alarms.LONGEST_TEXT).doesNotContain("\u0000");
  }
}
