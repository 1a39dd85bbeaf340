package org.comuta.cdr;

import java.nio.file.Path;
import java.time.Duration;
import org.comuta.cdr.journal.JournalSettings;

/**
 * How records are kept.
 *
 * @param journal how the journal is kept
 * @param textFiles directory that each series of text files has its directory in
 * @param retention how long records stay in the database; zero for ever
 */
public record CallRecordingSettings(JournalSettings journal, Path textFiles, Duration retention) {
  private static final long MEGABYTE = 1_000_000;

  /**
   * The settings of the system properties: {@code comuta.state.dir} (without it, {@code comuta} in
   * the server's data directory), {@code comuta.records.free.megabytes} (256), {@code
   * comuta.records.retention.days} (30, 0 for ever).
   */
  public static CallRecordingSettings ofSystem() {
    String server = System.getProperty("jboss.server.data.dir", System.getProperty("user.dir"));
    String state = System.getProperty("comuta.state.dir");
    Path directory = state == null ? Path.of(server, "comuta") : Path.of(state);
    directory = directory.toAbsolutePath();
    long free = Long.getLong("comuta.records.free.megabytes", 256) * MEGABYTE;
    long days = Long.getLong("comuta.records.retention.days", 30);
    return new CallRecordingSettings(
        JournalSettings.of(directory.resolve("journal"), free),
        directory.resolve("cdr"),
        Duration.ofDays(days));
  }
}
