package org.comuta.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar of plain files, in the form {@code ustar} of POSIX.1-1988, and takes nothing else: no
 * links, devices, folders or extensions, no names that lead elsewhere. One thread.
 */
final class TarReader {
  /** One file, whose content is to be read next. */
  record Entry(String name, long octets) {}

  private static final int MOST_ZERO_BLOCKS = 40;

  private final InputStream in;
  private long left;
  private int padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** The next file, once the one before is read; null after the last. */
  @Nullable Entry next() throws IOException, ArchiveException {
    skipRest();
    byte[] header = block();
    if (isZero(header)) {
      end();
      return null;
    }
    if (octal(header, 148, 8) != TarWriter.checksum(header)
        || !text(header, 257, 6).equals("ustar")) {
      throw ArchiveException.damaged("The backup is not a tar of the form ustar.");
    }
    if (header[156] != '0' && header[156] != 0) {
      throw ArchiveException.format("A backup has plain files only, no links, folders or others.");
    }
    String prefix = text(header, 345, 155);
    String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
    if (!EntryName.isGood(name)) {
      throw ArchiveException.format("A name in the backup leads elsewhere or is not a good one.");
    }
    left = octal(header, 124, 12);
    padding = TarWriter.padding(left);
    return new Entry(name, left);
  }

  /** Reads of the file; -1 at its end. */
  int read(byte[] buffer) throws IOException, ArchiveException {
    if (left == 0) {
      return -1;
    }
    int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
    if (read < 0) {
      throw notWhole();
    }
    left -= read;
    return read;
  }

  private void skipRest() throws IOException, ArchiveException {
    byte[] buffer = new byte[8192];
    while (read(buffer) >= 0) {
      // What nobody wanted.
    }
    if (!isZero(exactly(padding))) {
      throw ArchiveException.damaged("The backup has something between its files.");
    }
    padding = 0;
  }

  private void end() throws IOException, ArchiveException {
    byte[] buffer = new byte[TarWriter.BLOCK];
    for (int blocks = 0; blocks < MOST_ZERO_BLOCKS; blocks++) {
      int read = in.readNBytes(buffer, 0, buffer.length);
      if (!isZero(Arrays.copyOf(buffer, read))) {
        break;
      }
      if (read < buffer.length) {
        if (blocks == 0) {
          throw notWhole();
        }
        return;
      }
    }
    throw ArchiveException.damaged("The backup goes on after its end.");
  }

  private byte[] block() throws IOException, ArchiveException {
    return exactly(TarWriter.BLOCK);
  }

  private byte[] exactly(int octets) throws IOException, ArchiveException {
    byte[] read = in.readNBytes(octets);
    if (read.length < octets) {
      throw notWhole();
    }
    return read;
  }

  private static ArchiveException notWhole() {
    return ArchiveException.damaged("The backup is not whole.");
  }

  private static boolean isZero(byte[] octets) {
    for (byte octet : octets) {
      if (octet != 0) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] header, int at, int width) {
    int end = at;
    while (end < at + width && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.ISO_8859_1);
  }

  private static long octal(byte[] header, int at, int width) throws ArchiveException {
    String digits = text(header, at, width).strip();
    if (!digits.matches("[0-7]{1,12}")) {
      throw ArchiveException.damaged("A number in the backup is broken.");
    }
    return Long.parseLong(digits, 8);
  }
}
