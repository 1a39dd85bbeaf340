package org.comuta.supervision;

import java.util.Set;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.backup.BackupWatcher;

/** Raises an alarm while the last backup of a schedule has failed. Any thread. */
final class BackupAlarms implements BackupWatcher {
  private final Alarms alarms;

  BackupAlarms(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public void failed(String schedule, String why) {
    alarms.raise(Condition.BACKUP_FAILED, schedule, why);
  }

  @Override
  public void succeeded(String schedule) {
    alarms.clear(Condition.BACKUP_FAILED, schedule);
  }

  @Override
  public void behind(Set<String> schedules) {
    alarms.clearOthers(Condition.BACKUP_FAILED, schedules);
  }
}
