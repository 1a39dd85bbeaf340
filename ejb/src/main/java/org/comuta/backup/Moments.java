package org.comuta.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a schedule. A time that a clock leaves out when it is put forward comes as much
 * later; one that it shows twice comes the first time. Immutable; any thread.
 */
final class Moments {
  private static final int MOST_DAYS = 366;

  private final BackupSchedule schedule;
  private final ZoneId zone;
  private final LocalTime time;

  Moments(BackupSchedule schedule, ZoneId zoneOfServer) {
    this.schedule = schedule;
    this.zone = schedule.timeZone().isEmpty() ? zoneOfServer : ZoneId.of(schedule.timeZone());
    this.time = LocalTime.parse(schedule.time());
  }

  /** The first moment after this one. */
  Instant after(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate().minusDays(1);
    for (int i = 0; i < MOST_DAYS; i++) {
      Instant found = of(day.plusDays(i));
      if (found != null && found.isAfter(moment)) {
        return found;
      }
    }
    throw new IllegalStateException("a schedule without moments");
  }

  /** The last moment that is not after this one. */
  Instant until(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate().plusDays(1);
    for (int i = 0; i < MOST_DAYS; i++) {
      Instant found = of(day.minusDays(i));
      if (found != null && !found.isAfter(moment)) {
        return found;
      }
    }
    throw new IllegalStateException("a schedule without moments");
  }

  private @Nullable Instant of(LocalDate day) {
    boolean wanted =
        switch (schedule.rhythm()) {
          case DAILY -> true;
          case WEEKLY ->
              schedule.weekdays().isEmpty() || schedule.weekdays().contains(day.getDayOfWeek());
          case MONTHLY ->
              day.getDayOfMonth()
                  == Math.min(schedule.dayOfMonth(), YearMonth.from(day).lengthOfMonth());
        };
    return wanted ? ZonedDateTime.of(day, time, zone).toInstant() : null;
  }
}
