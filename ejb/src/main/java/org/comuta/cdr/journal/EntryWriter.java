package org.comuta.cdr.journal;

import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Octets of one entry while it is written. Used again and again, so that an entry costs no
 * allocation. One thread at a time.
 */
final class EntryWriter {
  /** Version of the encoding, in every entry. */
  static final int VERSION = 1;

  /** Stands for the length of a text that is not there. */
  static final int NO_TEXT = 0xFFFF;

  private static final int KEPT = 64 * 1024;

  private final CRC32C checksum = new CRC32C();
  private byte[] octets = new byte[2048];
  private int length;

  EntryWriter begin(EntryType type) {
    length = 0;
    octet(type.code());
    octet(VERSION);
    return this;
  }

  EntryWriter octet(int value) {
    room(1);
    octets[length++] = (byte) value;
    return this;
  }

  /** A whole number: zigzag, then seven bits an octet, the lowest first. */
  EntryWriter number(long value) {
    room(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      octets[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    octets[length++] = (byte) rest;
    return this;
  }

  EntryWriter moment(Instant at) {
    number(at.getEpochSecond());
    return number(at.getNano());
  }

  EntryWriter momentOrNone(@Nullable Instant at) {
    if (at == null) {
      return octet(0);
    }
    octet(1);
    return moment(at);
  }

  EntryWriter textOrNone(@Nullable String text) {
    if (text == null) {
      room(2);
      putLength(length, NO_TEXT);
      length += 2;
      return this;
    }
    return text(text, Bounds.TEXT);
  }

  EntryWriter text(String text) {
    return text(text, Bounds.TEXT);
  }

  /**
   * A text in UTF-8, its length before it, cut at so many octets. What UTF-8 or a database cannot
   * hold (half a surrogate pair, NUL) becomes U+FFFD.
   */
  EntryWriter text(String text, int limit) {
    room(2 + limit + 4);
    int begin = length + 2;
    int end = begin + limit;
    int at = begin;
    int cutAt = begin;
    int i = 0;
    int count = text.length();
    while (i < count && at <= end) {
      if (at <= end - 3) {
        cutAt = at;
      }
      char c = text.charAt(i);
      if (c < 0x80 && c != 0) {
        octets[at++] = (byte) c;
        i++;
      } else {
        int point = text.codePointAt(i);
        i += Character.charCount(point);
        at = put(at, point == 0 || isSurrogate(point) ? 0xFFFD : point);
      }
    }
    if (at > end) {
      at = put(cutAt, Bounds.CUT.codePointAt(0));
    }
    putLength(length, at - begin);
    length = at;
    return this;
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** Writes a character of UTF-8 (RFC 3629 section 3) and returns the place after it. */
  private int put(int at, int point) {
    int next = at;
    if (point < 0x800) {
      octets[next++] = (byte) (0xC0 | (point >> 6));
    } else {
      if (point < 0x10000) {
        octets[next++] = (byte) (0xE0 | (point >> 12));
      } else {
        octets[next++] = (byte) (0xF0 | (point >> 18));
        octets[next++] = (byte) (0x80 | ((point >> 12) & 0x3F));
      }
      octets[next++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    }
    octets[next++] = (byte) (0x80 | (point & 0x3F));
    return next;
  }

  private void putLength(int at, int value) {
    octets[at] = (byte) (value >> 8);
    octets[at + 1] = (byte) value;
  }

  private void room(int more) {
    if (length + more > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
    }
  }

  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }

  /** CRC-32C (RFC 3720 appendix B.4) of what was written. */
  int checksum() {
    return checksum(octets, length);
  }

  int checksum(byte[] data, int count) {
    checksum.reset();
    checksum.update(data, 0, count);
    return (int) checksum.getValue();
  }

  byte[] toByteArray() {
    return Arrays.copyOf(octets, length);
  }

  /** Takes the octets of an entry that was written before. */
  EntryWriter load(byte[] entry) {
    length = 0;
    room(entry.length);
    System.arraycopy(entry, 0, octets, 0, entry.length);
    length = entry.length;
    return this;
  }

  /** Whether it is small enough to be kept for the next entry. */
  boolean worthKeeping() {
    return octets.length <= KEPT;
  }
}
