package org.comuta.cdr.textfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which file a moment belongs to. */
class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    // rotation, zone, moment, start, end, label
    "MINUTE, UTC, 2026-11-21T20:05:59.999Z, 20:05:00Z, PT1M, 20261121-2005",
    "MINUTE, UTC, 2026-11-21T20:06:00Z, 20:06:00Z, PT1M, 20261121-2006",
    "HOUR, UTC, 2026-11-21T20:59:59.999Z, 20:00:00Z, PT1H, 20261121-20",
    "HOUR, Asia/Kathmandu, 2026-11-21T20:10:00Z, 19:15:00Z, PT1H, 20261122-01",
    "DAY, UTC, 2026-11-21T23:59:59.999999999Z, 00:00:00Z, PT24H, 20261121",
    "DAY, America/Sao_Paulo, 2026-11-21T03:00:00Z, 03:00:00Z, PT24H, 20261121",
    // In New York the clock goes from 02:00 back to 01:00 at 06:00Z, and so the day has 25 hours.
    "HOUR, America/New_York, 2026-11-01T05:30:00Z, 05:00:00Z, PT1H, 20261101-01",
    "HOUR, America/New_York, 2026-11-01T06:30:00Z, 06:00:00Z, PT1H, 20261101-01-0500",
    "HOUR, America/New_York, 2026-11-01T07:00:00Z, 07:00:00Z, PT1H, 20261101-02",
    "MINUTE, America/New_York, 2026-11-01T05:59:59Z, 05:59:00Z, PT1M, 20261101-0159",
    "MINUTE, America/New_York, 2026-11-01T06:00:00Z, 06:00:00Z, PT1M, 20261101-0100-0500",
    "DAY, America/New_York, 2026-11-01T12:00:00Z, 04:00:00Z, PT25H, 20261101",
    // It goes from 02:00 to 03:00 at 07:00Z.
    "HOUR, America/New_York, 2026-03-08T06:59:00Z, 06:00:00Z, PT1H, 20260308-01",
    "HOUR, America/New_York, 2026-03-08T07:00:00Z, 07:00:00Z, PT1H, 20260308-03",
    "DAY, America/New_York, 2026-03-08T12:00:00Z, 05:00:00Z, PT23H, 20260308",
    // On Lord Howe it goes back by half an hour only, from 02:00 to 01:30 at 15:00Z.
    "HOUR, Australia/Lord_Howe, 2026-04-04T14:59:00Z, 14:00:00Z, PT1H, 20260405-01",
    "HOUR, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 15:00:00Z, PT30M, 20260405-01+1030",
    "HOUR, Australia/Lord_Howe, 2026-04-04T15:30:00Z, 15:30:00Z, PT1H, 20260405-02"
  })
  void aMomentHasItsPeriod(
      CdrFileRotation rotation,
      ZoneId zone,
      Instant moment,
      String start,
      Duration length,
      String label) {
    Period period = Period.of(rotation, moment, zone);

    assertThat(period.label()).isEqualTo(label);
    assertThat(period.start().toString()).endsWith("T" + start);
    assertThat(Duration.between(period.start(), period.end())).isEqualTo(length);
  }

  @Property(tries = 20)
  void everyMomentIsInExactlyOnePeriodAndNoTwoShareAName(
      @ForAll CdrFileRotation rotation, @ForAll @IntRange(min = 0, max = 364) int day) {
    for (String name :
        new String[] {"America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"}) {
      ZoneId zone = ZoneId.of(name);
      Map<String, Instant> starts = new HashMap<>();
      Instant moment = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(day));
      Instant last = moment.plus(Duration.ofDays(2));
      while (moment.isBefore(last)) {
        Period period = Period.of(rotation, moment, zone);
        assertThat(moment).isBetween(period.start(), period.end().minusNanos(1));
        assertThat(Period.of(rotation, period.end(), zone).start()).isEqualTo(period.end());
        Instant known = starts.putIfAbsent(period.label(), period.start());
        assertThat(known == null || known.equals(period.start())).isTrue();
        moment = moment.plus(Duration.ofSeconds(997));
      }
    }
  }
}
