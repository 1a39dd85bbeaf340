package org.comuta.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The end of a file that others write, and start anew when it has grown too large. One thread. */
final class LogTail {
  private static final int MOST_OCTETS = 4 << 20;

  private final Path file;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private long read;

  LogTail(Path file) {
    this.file = file;
  }

  /** The last lines that are whole; what follows comes with {@link #next}. */
  List<String> last(int lines) throws IOException {
    read = Math.max(0, Files.size(file) - MOST_OCTETS);
    boolean cut = read > 0;
    List<String> all = next();
    if (cut && !all.isEmpty()) {
      all = all.subList(1, all.size());
    }
    return List.copyOf(all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  /** The lines that were added since. */
  List<String> next() throws IOException {
    List<String> lines = new ArrayList<>();
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      if (log.length() < read) {
        // It was started anew.
        read = 0;
        part.reset();
      }
      byte[] more = new byte[(int) Math.min(MOST_OCTETS, log.length() - read)];
      log.seek(read);
      log.readFully(more);
      read += more.length;
      for (byte octet : more) {
        if (octet == '\n') {
          lines.add(part.toString(StandardCharsets.UTF_8));
          part.reset();
        } else if (octet != '\r' && part.size() < MOST_OCTETS) {
          part.write(octet);
        }
      }
    }
    return lines;
  }
}
