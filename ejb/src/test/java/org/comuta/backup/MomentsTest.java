package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.comuta.backup.BackupSchedule.Rhythm;
import org.comuta.description.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
  private static final ZoneId SERVER = ZoneId.of("America/Sao_Paulo");

  private static Moments moments(String rhythm, String days, String time, String zone) {
    JsonObjectBuilder schedule =
        Json.object()
            .add("name", "s")
            .add("rhythm", rhythm)
            .add("time", time)
            .add("timeZone", zone == null ? "" : zone);
    if (rhythm.equals("MONTHLY")) {
      schedule.add("dayOfMonth", Integer.parseInt(days));
    } else if (rhythm.equals("WEEKLY") && days != null) {
      var list = Json.array();
      for (String day : days.split(" ", -1)) {
        list.add(day);
      }
      schedule.add("weekdays", list);
    }
    BackupSchedule parsed = ScheduleRules.KIND.description().parse(schedule.build()).object();
    if (parsed == null) {
      throw new IllegalArgumentException(rhythm);
    }
    return new Moments(parsed, SERVER);
  }

  private static Instant at(String moment) {
    return OffsetDateTime.parse(moment).toInstant();
  }

  @ParameterizedTest(name = "{0} {1} at {2} in {3}, after {4}: {5}")
  @CsvSource({
    "DAILY, , 03:00, , 2026-03-04T02:59:59-03:00, 2026-03-04T03:00:00-03:00",
    "DAILY, , 03:00, , 2026-03-04T03:00:00-03:00, 2026-03-05T03:00:00-03:00",
    "DAILY, , 00:00, UTC, 2026-12-31T23:59:59Z, 2027-01-01T00:00:00Z",
    "DAILY, , 03:00, Asia/Tokyo, 2026-03-04T00:00:00Z, 2026-03-04T18:00:00Z",
    "WEEKLY, SUNDAY, 23:30, UTC, 2026-03-04T00:00:00Z, 2026-03-08T23:30:00Z",
    "WEEKLY, MONDAY FRIDAY, 08:00, UTC, 2026-03-02T08:00:00Z, 2026-03-06T08:00:00Z",
    "WEEKLY, MONDAY FRIDAY, 08:00, UTC, 2026-03-06T08:00:00Z, 2026-03-09T08:00:00Z",
    "WEEKLY, , 08:00, UTC, 2026-03-06T08:00:00Z, 2026-03-07T08:00:00Z",
    "MONTHLY, 1, 03:00, UTC, 2026-03-01T03:00:00Z, 2026-04-01T03:00:00Z",
    "MONTHLY, 31, 03:00, UTC, 2026-01-31T03:00:00Z, 2026-02-28T03:00:00Z",
    "MONTHLY, 31, 03:00, UTC, 2028-02-01T00:00:00Z, 2028-02-29T03:00:00Z",
    "MONTHLY, 30, 03:00, UTC, 2026-02-28T03:00:00Z, 2026-03-30T03:00:00Z",
    // put forward at 02:00 on 2026-03-29: 02:30 comes as 03:30
    "DAILY, , 02:30, Europe/Lisbon, 2026-03-28T12:00:00Z, 2026-03-29T02:30:00+01:00",
    "DAILY, , 02:30, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T03:30:00+02:00",
    "DAILY, , 02:30, Europe/Berlin, 2026-03-29T03:30:00+02:00, 2026-03-30T02:30:00+02:00",
    // put back at 03:00 on 2026-10-25: the first 02:30 counts, and no second one
    "DAILY, , 02:30, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T02:30:00+02:00",
    "DAILY, , 02:30, Europe/Berlin, 2026-10-25T02:30:00+02:00, 2026-10-26T02:30:00+01:00",
    // midnight was left out where clocks were put forward at midnight
    "DAILY, , 00:00, America/Sao_Paulo, 2018-11-03T12:00:00Z, 2018-11-04T01:00:00-02:00",
    // a day was left out when Samoa changed sides of the date line
    "DAILY, , 03:00, Pacific/Apia, 2011-12-29T14:00:00Z, 2011-12-31T03:00:00+14:00"
  })
  void theNextMoment(
      String rhythm, String days, String time, String zone, String after, String next) {
    assertThat(moments(rhythm, days, time, zone).after(at(after))).isEqualTo(at(next));
  }

  @Property(tries = 500)
  void theLastMomentAndTheNextOneEncloseEveryMoment(
      @ForAll @LongRange(min = 1_500_000_000L, max = 2_000_000_000L) long second,
      @ForAll Rhythm rhythm,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @IntRange(max = 59) int minute,
      @ForAll @IntRange(min = 1, max = 31) int day,
      @ForAll @IntRange(max = 4) int zone) {
    String[] zones = {
      "UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu"
    };
    Moments moments =
        moments(
            rhythm.name(),
            rhythm == Rhythm.WEEKLY ? "TUESDAY SUNDAY" : String.valueOf(day),
            "%02d:%02d".formatted(hour, minute),
            zones[zone]);
    Instant now = Instant.ofEpochSecond(second);

    Instant last = moments.until(now);
    Instant next = moments.after(now);

    assertThat(last).isBeforeOrEqualTo(now);
    assertThat(next).isAfter(now);
    assertThat(moments.after(last)).isEqualTo(next);
    assertThat(moments.until(next)).isEqualTo(next);
    assertThat(moments.until(next.minusNanos(1))).isEqualTo(last);
  }
}
