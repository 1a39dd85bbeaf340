package org.comuta.logging.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the log with entries of some time, as they are now, in one {@code tar.gz}. Nothing
 * of it is held in memory or on the disk. Any thread.
 */
public final class LogArchive {
  private final LogFolder folder;
  private final List<LogFile> files;

  private LogArchive(LogFolder folder, List<LogFile> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Looks which files belong to it.
   *
   * @param from null for from the beginning
   * @param to null for until now
   */
  public static LogArchive of(LogFolder folder, @Nullable Instant from, @Nullable Instant to)
      throws IOException {
    return new LogArchive(
        folder,
        folder.files().stream()
            .filter(file -> from == null || !file.changedAt().isBefore(from))
            .filter(file -> to == null || !file.begunAt().isAfter(to))
            .toList());
  }

  public List<LogFile> files() {
    return files;
  }

  /** Writes it; files that are removed meanwhile are left out. */
  public void write(OutputStream out) throws IOException {
    GZIPOutputStream packed = new GZIPOutputStream(out);
    try (Tar tar = new Tar(packed)) {
      for (LogFile file : files) {
        try (InputStream content = folder.open(file)) {
          tar.add("comuta-log/" + file.name(), file.size(), file.changedAt(), content);
        } catch (NoSuchFileException gone) {
          // It was moved or removed since.
        }
      }
    }
    packed.finish();
  }
}
