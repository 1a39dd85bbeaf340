package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.description.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");
  private static final BackupName.Series SERIES = new BackupName.Series("node", "nightly");

  private static BackupSchedule schedule(int count, int days) {
    BackupSchedule parsed =
        ScheduleRules.KIND
            .description()
            .parse(
                Json.object()
                    .add("name", "nightly")
                    .add("keepCount", count)
                    .add("keepDays", days)
                    .build())
            .object();
    if (parsed == null) {
      throw new IllegalArgumentException("no schedule");
    }
    return parsed;
  }

  /** Backups as old as these numbers of days. */
  private static List<String> daysOld(String ages) {
    List<String> names = new ArrayList<>();
    if (ages != null) {
      for (String age : ages.split(" ", -1)) {
        names.add(SERIES.name(NOW.minus(Duration.ofDays(Long.parseLong(age)))));
      }
    }
    return names;
  }

  @ParameterizedTest(name = "of {2}, keeping {0} and for {1} days, go {3}")
  @CsvSource({
    "0, 0, 0 1 2 300, ",
    "3, 0, 0 1 2, ",
    "3, 0, 0 1 2 3 4, 3 4",
    "3, 0, 4 0 2 1 3, 3 4",
    "1, 0, 0 1 2, 1 2",
    "0, 2, 0 1 2 3, 3",
    "0, 2, 5 6 7, 6 7",
    "2, 5, 0 1 9, 9",
    "9, 1, 0 1 2, 2",
    "1, 1, , ",
  })
  void whatGoes(int count, int days, String ages, String going) {
    assertThat(Retention.tooMany(daysOld(ages), SERIES, schedule(count, days), NOW))
        .containsExactlyInAnyOrderElementsOf(daysOld(going));
  }

  @Test
  void whatIsOfOthersStays() {
    List<String> names =
        List.of(
            SERIES.name(NOW),
            "comuta-node-nightly-20260301-030000.tar.gz.part",
            "comuta-node-nightly-2-20260301-030000.tar.gz",
            "comuta-other-nightly-20260301-030000.tar.gz",
            "comuta-node-nightly-20260301-030000.tar",
            "comuta-node-nightly-20261301-030000.tar.gz",
            "comuta-node-nightly-.tar.gz",
            "comuta-node-nightly-tar.gz",
            "letter.txt",
            "..");
    assertThat(Retention.tooMany(names, SERIES, schedule(1, 1), NOW)).isEmpty();
  }

  @Test
  void whatIsLeftOfFailuresOfThisSeriesGoes() {
    String left = SERIES.name(NOW) + ".part";
    List<String> names =
        List.of(
            left,
            SERIES.name(NOW),
            "comuta-node-nightly-2-20260301-030000.tar.gz.part",
            "comuta-other-nightly-20260301-030000.tar.gz.part",
            "letter.part",
            ".part");

    assertThat(Retention.unfinished(names, SERIES)).containsExactly(left);
  }

  @Test
  void namesTellWhenTheyWereMade() {
    assertThat(SERIES.name(NOW)).isEqualTo("comuta-node-nightly-20260310-030000.tar.gz");
    assertThat(SERIES.moment(SERIES.name(NOW))).isEqualTo(NOW);
    assertThat(new BackupName.Series("a b/c", "s").name(NOW)).startsWith("comuta-a-b-c-s-");
  }
}
