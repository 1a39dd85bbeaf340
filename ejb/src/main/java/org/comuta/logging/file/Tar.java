package org.comuta.logging.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes an archive in the format of POSIX.1-1988 ({@code ustar}), file after file, without holding
 * one in memory. One thread.
 */
final class Tar implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME = 100;

  /** What eleven octal digits can say: 8 GiB less one octet. */
  private static final long LARGEST = 077777777777L;

  private final OutputStream out;

  Tar(OutputStream out) {
    this.out = out;
  }

  /**
   * Adds a file.
   *
   * @param size octets that are taken of it; where there are fewer, zeros follow
   */
  void add(String name, long size, Instant changed, InputStream content) throws IOException {
    long taken = Math.min(size, LARGEST);
    out.write(header(name, taken, changed));
    byte[] buffer = new byte[16 * BLOCK];
    long left = taken;
    while (left > 0) {
      int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        break;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
    // Of what became shorter meanwhile, and up to a whole block.
    for (long zeros = left + (BLOCK - taken % BLOCK) % BLOCK; zeros > 0; zeros -= BLOCK) {
      out.write(new byte[(int) Math.min(BLOCK, zeros)]);
    }
  }

  /** Ends the archive, not the stream. */
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }

  private static byte[] header(String name, long size, Instant changed) {
    byte[] header = new byte[BLOCK];
    byte[] octets = name.getBytes(StandardCharsets.US_ASCII);
    if (octets.length > NAME) {
      throw new IllegalArgumentException(name + " is too long for an archive");
    }
    System.arraycopy(octets, 0, header, 0, octets.length);
    octal(header, 100, 8, 0600);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, Math.clamp(changed.getEpochSecond(), 0, LARGEST));
    java.util.Arrays.fill(header, 148, 156, (byte) ' ');
    header[156] = '0';
    text(header, 257, "ustar\00000");
    text(header, 265, "comuta");
    text(header, 297, "comuta");
    int sum = 0;
    for (byte octet : header) {
      sum += octet & 0xFF;
    }
    octal(header, 148, 7, sum);
    return header;
  }

  /** A number with a NUL behind it. */
  private static void octal(byte[] header, int at, int width, long number) {
    String digits = Long.toOctalString(number);
    text(header, at, "0".repeat(width - 1 - digits.length()) + digits + "\0");
  }

  private static void text(byte[] header, int at, String text) {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octets, 0, header, at, octets.length);
  }
}
