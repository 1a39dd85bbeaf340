package org.comuta.logging.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes care of the files that are over: moves them to {@code old} with the time of their last
 * entry in their name, compresses them, and removes what is too old or too much. One thread.
 */
public final class LogKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

  /** What the server's and the media engine's logs are called when they are full. */
  private static final Pattern FULL = Pattern.compile("(server|media)\\.log\\.([0-9]{1,3})");

  /** What the virtual machine leaves when it crashes: over as soon as it is there. */
  private static final Pattern CRASH = Pattern.compile("((?:media-)?crash-[0-9]+)\\.log");

  private static final String UNFINISHED = ".unfinished";

  private final LogFolder folder;

  public LogKeeper(LogFolder folder) {
    this.folder = folder;
  }

  /** Does all of it. */
  public void tidy(Retention retention, Instant now) throws IOException {
    removeUnfinished();
    moveFull();
    compress();
    List<LogFile> going = retention.tooMuch(folder.files(), now);
    for (LogFile file : going) {
      Files.deleteIfExists(folder.path(file));
    }
    if (!going.isEmpty()) {
      LOG.info("{} old files of the log are removed", going.size());
    }
  }

  private void removeUnfinished() throws IOException {
    try (var entries = Files.newDirectoryStream(folder.old(), "*" + UNFINISHED)) {
      for (Path entry : entries) {
        Files.deleteIfExists(entry);
      }
    }
  }

  private void moveFull() throws IOException {
    for (LogFile file : folder.files()) {
      if (!file.current()) {
        continue;
      }
      Matcher full = FULL.matcher(file.name());
      Matcher crash = CRASH.matcher(file.name());
      if (full.matches()) {
        move(file, full.group(1));
      } else if (crash.matches()) {
        move(file, crash.group(1));
      }
    }
  }

  /** At once, whoever writes: a file that is full gets other names only, never other content. */
  private void move(LogFile file, String base) throws IOException {
    try {
      Files.move(
          folder.path(file),
          folder.freeName(base, file.changedAt()),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      // The server gave it another name just now; the next time comes.
    }
  }

  private void compress() throws IOException {
    for (LogFile file : folder.files()) {
      if (!file.current() && !file.name().endsWith(".gz")) {
        compress(folder.path(file), file);
      }
    }
  }

  private static void compress(Path plain, LogFile file) throws IOException {
    Path packed = LogFolder.compressed(plain);
    Path unfinished = packed.resolveSibling(packed.getFileName() + UNFINISHED);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
      Files.copy(plain, out);
    }
    Files.setLastModifiedTime(unfinished, FileTime.from(file.changedAt()));
    Files.move(unfinished, packed, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(plain);
  }
}
