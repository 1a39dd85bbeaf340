package org.comuta.cdr.textfile;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * The time that one file holds: a minute, an hour or a day of the local clock. Where the clock is
 * put back, minutes and hours come twice; the second ones have their offset in the name.
 *
 * @param start first moment in it
 * @param end first moment after it
 * @param label how file names tell it
 */
record Period(Instant start, Instant end, String label) {

  /** The period this moment is in. */
  static Period of(CdrFileRotation rotation, Instant moment, ZoneId zone) {
    return switch (rotation) {
      case MINUTE -> ofClock(moment, zone, ChronoUnit.MINUTES, "uuuuMMdd-HHmm");
      case HOUR -> ofClock(moment, zone, ChronoUnit.HOURS, "uuuuMMdd-HH");
      case DAY -> {
        ZonedDateTime day = moment.atZone(zone).toLocalDate().atStartOfDay(zone);
        ZonedDateTime next = day.toLocalDate().plusDays(1).atStartOfDay(zone);
        yield new Period(day.toInstant(), next.toInstant(), format("uuuuMMdd", day));
      }
    };
  }

  private static Period ofClock(Instant moment, ZoneId zone, ChronoUnit unit, String pattern) {
    ZonedDateTime time = moment.atZone(zone);
    ZoneOffset offset = time.getOffset();
    LocalDateTime begin = time.toLocalDateTime().truncatedTo(unit);
    Instant start = begin.toInstant(offset);
    Instant end = begin.plus(1, unit).toInstant(offset);
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition before = rules.previousTransition(moment.plusNanos(1));
    if (before != null && before.getInstant().isAfter(start)) {
      start = before.getInstant();
    }
    ZoneOffsetTransition after = rules.nextTransition(moment);
    if (after != null && after.getInstant().isBefore(end)) {
      end = after.getInstant();
    }
    boolean again =
        before != null
            && before.isOverlap()
            && start.isBefore(before.getInstant().plus(before.getDuration().abs()));
    return new Period(start, end, format(again ? pattern + "xx" : pattern, begin.atOffset(offset)));
  }

  private static String format(String pattern, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }
}
