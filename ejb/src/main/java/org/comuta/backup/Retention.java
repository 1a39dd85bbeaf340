package org.comuta.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which backups of a schedule are too many or too old. The last one always stays. */
final class Retention {
  private Retention() {}

  /**
   * The names of those that go.
   *
   * @param names of all files at the destination, others too
   * @param series of the schedule
   */
  static List<String> tooMany(
      Collection<String> names, BackupName.Series series, BackupSchedule schedule, Instant now) {
    TreeMap<Instant, String> ours = new TreeMap<>(Comparator.reverseOrder());
    for (String name : names) {
      Instant moment = series.moment(name);
      if (moment != null) {
        ours.put(moment, name);
      }
    }
    Instant oldest = now.minus(Duration.ofDays(schedule.keepDays()));
    List<String> going = new ArrayList<>();
    int newer = 0;
    for (Map.Entry<Instant, String> one : ours.entrySet()) {
      boolean tooMany = schedule.keepCount() > 0 && newer >= schedule.keepCount();
      boolean tooOld = schedule.keepDays() > 0 && one.getKey().isBefore(oldest);
      if (newer > 0 && (tooMany || tooOld)) {
        going.add(one.getValue());
      }
      newer++;
    }
    return going;
  }

  /** The names of what is left of backups of a series that failed, while none is being brought. */
  static List<String> unfinished(Collection<String> names, BackupName.Series series) {
    String end = BackupTarget.unfinished("");
    return names.stream()
        .filter(name -> name.endsWith(end))
        .filter(name -> series.moment(name.substring(0, name.length() - end.length())) != null)
        .toList();
  }
}
