package org.comuta.cli.ssh;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.comuta.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/** Lines that come without a terminal, none longer than a command may be. One thread. */
final class ScriptReader {
  private static final int MOST_OCTETS = 4 * CommandLine.LONGEST + 4;

  private final InputStream in;

  ScriptReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * The next line; null when there is none. What is beyond the longest is too long for a command.
   */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    while (octet >= 0 && octet != '\n') {
      if (line.size() < MOST_OCTETS) {
        line.write(octet);
      }
      octet = in.read();
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
