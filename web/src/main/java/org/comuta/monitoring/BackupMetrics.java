package org.comuta.monitoring;

import org.comuta.backup.SchedulerBean;

/** How the backups of schedules go. */
final class BackupMetrics {
  private BackupMetrics() {}

  static void addTo(Exposition metrics, SchedulerBean scheduler) {
    metrics
        .counter(
            "backups_done_total",
            "Scheduled backups that reached their destination.",
            scheduler.done())
        .counter("backups_failed_total", "Scheduled backups that failed.", scheduler.failed());
  }
}
