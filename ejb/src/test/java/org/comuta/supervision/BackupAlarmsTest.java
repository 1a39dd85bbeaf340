package org.comuta.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.InstantSource;
import java.util.Set;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.junit.jupiter.api.Test;

class BackupAlarmsTest {
  private final Alarms alarms = new Alarms(content -> {}, InstantSource.system());
  private final BackupAlarms watcher = new BackupAlarms(alarms);

  @Test
  void aFailureIsAnAlarmUntilABackupOfThatScheduleIsDone() {
    watcher.failed("nightly", "the disk is full");
    watcher.failed("weekly", "nobody there");
    assertThat(alarms.active())
        .extracting(Alarm::condition, Alarm::object, Alarm::details)
        .containsExactlyInAnyOrder(
            tuple(Condition.BACKUP_FAILED, "nightly", "the disk is full"),
            tuple(Condition.BACKUP_FAILED, "weekly", "nobody there"));

    watcher.succeeded("nightly");

    assertThat(alarms.active()).extracting(Alarm::object).containsExactly("weekly");
  }

  @Test
  void itEndsWithTheSchedule() {
    watcher.failed("nightly", "");

    watcher.behind(Set.of("nightly", "other"));
    assertThat(alarms.active()).extracting(Alarm::object).containsExactly("nightly");

    watcher.behind(Set.of());
    assertThat(alarms.active()).isEmpty();
  }
}
