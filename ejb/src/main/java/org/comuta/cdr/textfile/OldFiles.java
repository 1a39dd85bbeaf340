package org.comuta.cdr.textfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Deletes the files of a series that are no longer kept; touches no others. */
final class OldFiles {
  private OldFiles() {}

  static void delete(Path directory, String series, Instant before) throws IOException {
    Pattern names =
        Pattern.compile(
            Pattern.quote(series) + "-[0-9]{8}(-[0-9]{2}([0-9]{2})?([+-][0-9]{4})?)?\\.txt");
    List<Path> ours;
    try (Stream<Path> files = Files.list(directory)) {
      ours = files.filter(path -> names.matcher(path.getFileName().toString()).matches()).toList();
    }
    for (Path path : ours) {
      if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
        Files.deleteIfExists(path);
      }
    }
  }
}
