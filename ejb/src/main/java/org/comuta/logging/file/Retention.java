package org.comuta.logging.file;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of the log is kept. Immutable.
 *
 * @param octets that all files together may have; what is written now is never removed for it
 * @param days since the last entry of a file; 0 for no limit
 */
public record Retention(long octets, int days) {
  /** Which files go, the oldest first. */
  public List<LogFile> tooMuch(List<LogFile> files, Instant now) {
    long total = files.stream().mapToLong(LogFile::size).sum();
    List<LogFile> over =
        files.stream()
            .filter(file -> !file.current())
            .sorted(Comparator.comparing(LogFile::changedAt).thenComparing(LogFile::name))
            .toList();
    List<LogFile> going = new ArrayList<>();
    for (LogFile file : over) {
      boolean tooOld = days > 0 && file.changedAt().isBefore(now.minus(Duration.ofDays(days)));
      if (tooOld || total > octets) {
        going.add(file);
        total -= file.size();
      }
    }
    return going;
  }
}
