package org.comuta.logging.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of the logs: what is written now lies in it, what is over in its folder {@code old}.
 * Names are unique across both. Any thread.
 */
public final class LogFolder {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.log(?:\\.[0-9]{1,3})?(?:\\.gz)?");

  /** What follows the name of a log in the name of a file. */
  private static final Pattern BASE = Pattern.compile("-[0-9]{8}T|\\.log");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Path old;

  public LogFolder(Path folder) {
    this.folder = folder;
    this.old = folder.resolve("old");
  }

  /** Where what is written now lies. */
  Path folder() {
    return folder;
  }

  /** Where what is over lies; made when it is not there. */
  Path old() throws IOException {
    return Files.createDirectories(old);
  }

  /** All files, the one changed last first. */
  public List<LogFile> files() throws IOException {
    List<LogFile> files = new ArrayList<>();
    for (Path path : paths()) {
      try {
        BasicFileAttributes read =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (read.isRegularFile()) {
          files.add(
              new LogFile(
                  path.getFileName().toString(),
                  read.size(),
                  Instant.EPOCH,
                  read.lastModifiedTime().toInstant(),
                  !old.equals(path.getParent())));
        }
      } catch (NoSuchFileException gone) {
        // It was moved or removed just now.
      }
    }
    files.sort(Comparator.comparing(LogFile::changedAt).thenComparing(LogFile::name));
    return withBeginnings(files).reversed();
  }

  /** A file begins where the one before it, of the same log, ended. */
  private static List<LogFile> withBeginnings(List<LogFile> oldestFirst) {
    Map<String, Instant> ends = new HashMap<>();
    List<LogFile> files = new ArrayList<>();
    for (LogFile file : oldestFirst) {
      Instant before = ends.put(BASE.split(file.name(), 2)[0], file.changedAt());
      files.add(before == null ? file : file.begunAt(before));
    }
    return files;
  }

  /** The file of this name; empty when it is none of the log's. */
  public Optional<LogFile> find(String name) throws IOException {
    return files().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** What is in a file. */
  public InputStream open(LogFile file) throws IOException {
    return Files.newInputStream(path(file), LinkOption.NOFOLLOW_LINKS);
  }

  Path path(LogFile file) {
    return (file.current() ? folder : old).resolve(file.name());
  }

  /** A name in {@code old} that is not there yet, such as {@code server-20260131T080000Z.log}. */
  Path freeName(String base, Instant moment) throws IOException {
    String stem = base + "-" + STAMP.format(moment);
    Path free = old().resolve(stem + ".log");
    for (int n = 1; Files.exists(free) || Files.exists(compressed(free)); n++) {
      free = old().resolve(stem + "-" + n + ".log");
    }
    return free;
  }

  static Path compressed(Path path) {
    return path.resolveSibling(path.getFileName() + ".gz");
  }

  private List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Path one : List.of(folder, old)) {
      if (Files.isDirectory(one)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(one)) {
          for (Path entry : entries) {
            if (NAME.matcher(entry.getFileName().toString()).matches()) {
              paths.add(entry);
            }
          }
        }
      }
    }
    return paths;
  }
}
