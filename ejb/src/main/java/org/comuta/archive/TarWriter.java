package org.comuta.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes plain files as a tar, in the form {@code ustar} of POSIX.1-1988. One thread. */
final class TarWriter {
  static final int BLOCK = 512;

  private static final int NAME = 100;
  private static final int CHECKSUM_AT = 148;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes one file.
   *
   * @param octets exactly as many as the content has
   */
  void file(String name, long octets, Instant modified, InputStream content) throws IOException {
    out.write(header(name, octets, modified));
    if (content.transferTo(out) != octets) {
      throw new IOException(name + " was changed while it was written");
    }
    out.write(new byte[padding(octets)]);
  }

  /** Ends the tar; the stream stays open. */
  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  /** Octets after a file up to the next block. */
  static int padding(long octets) {
    return (int) ((BLOCK - octets % BLOCK) % BLOCK);
  }

  private static byte[] header(String name, long octets, Instant modified) {
    byte[] header = new byte[BLOCK];
    int cut = name.length() <= NAME ? 0 : name.indexOf('/', name.length() - NAME - 1) + 1;
    text(header, 0, name.substring(cut));
    if (cut > 0) {
      text(header, 345, name.substring(0, cut - 1));
    }
    octal(header, 100, 8, 0600);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, octets);
    octal(header, 136, 12, Math.max(0, modified.getEpochSecond()));
    header[156] = '0';
    text(header, 257, "ustar\0" + "00");
    text(header, CHECKSUM_AT, " ".repeat(8));
    octal(header, CHECKSUM_AT, 7, checksum(header));
    return header;
  }

  /** The sum of a header's octets, its own taken as blanks. */
  static int checksum(byte[] header) {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= CHECKSUM_AT && i < CHECKSUM_AT + 8 ? ' ' : header[i] & 0xFF;
    }
    return sum;
  }

  private static void text(byte[] header, int at, String text) {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octets, 0, header, at, octets.length);
  }

  private static void octal(byte[] header, int at, int width, long number) {
    String digits = Long.toOctalString(number);
    text(header, at, "0".repeat(width - 1 - digits.length()) + digits + "\0");
  }
}
