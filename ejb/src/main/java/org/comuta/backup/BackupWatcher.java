package org.comuta.backup;

import java.util.Set;

/**
 * Whoever wants to know how scheduled backups go, such as alarms: a bean of this type. Called on
 * the thread of the backup, which what it throws does not hinder.
 */
public interface BackupWatcher {
  /** A backup of this schedule failed. */
  void failed(String schedule, String why);

  /** A backup of this schedule is where it belongs. */
  void succeeded(String schedule);

  /**
   * From time to time: the schedules that are enabled and whose last backup, of whichever server,
   * is not at its destination.
   */
  void behind(Set<String> schedules);
}
