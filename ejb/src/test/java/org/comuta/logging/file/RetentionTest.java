package org.comuta.logging.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static LogFile file(String name, int daysOld, boolean current) {
    Instant changed = NOW.minus(Duration.ofDays(daysOld));
    return new LogFile(name, 100, Instant.EPOCH, changed, current);
  }

  /** Files of 100 octets: one is written now, the others are 1, 5 and 9 days old. */
  @ParameterizedTest
  @CsvSource({
    // octets, days, what goes
    "400, 0, ''",
    "399, 0, 'd'",
    "300, 0, 'd'",
    "299, 0, 'd,c'",
    "100, 0, 'd,c,b'",
    "0,   0, 'd,c,b'",
    "400, 9, ''",
    "400, 8, 'd'",
    "400, 4, 'd,c'",
    "250, 8, 'd,c'",
    "300, 8, 'd'",
    "0,   1, 'd,c,b'",
  })
  void theOldestGoAndWhatIsWrittenStays(long octets, int days, String going) {
    List<LogFile> files =
        List.of(file("a", 20, true), file("b", 1, false), file("c", 5, false), file("d", 9, false));
    assertThat(new Retention(octets, days).tooMuch(files, NOW))
        .extracting(LogFile::name)
        .containsExactly(going.isEmpty() ? new String[0] : going.split(","));
  }
}
