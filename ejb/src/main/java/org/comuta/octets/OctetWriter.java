package org.comuta.octets;

import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Octets while they are written. Used again and again, so that writing costs no allocation. One
 * thread at a time.
 */
public final class OctetWriter {
  /** Stands for the length of a text that is not there. */
  static final int NO_TEXT = 0xFFFF;

  /** Octets of UTF-8 that a text is cut at when nothing else is said. */
  public static final int TEXT = 256;

  /** What a text ends in that was cut. */
  public static final String CUT = "…";

  private static final int KEPT = 64 * 1024;

  private final CRC32C checksum = new CRC32C();
  private byte[] octets = new byte[2048];
  private int length;

  /** Forgets what was written. */
  public OctetWriter clear() {
    length = 0;
    return this;
  }

  public OctetWriter octet(int value) {
    room(1);
    octets[length++] = (byte) value;
    return this;
  }

  /** A whole number: zigzag, then seven bits an octet, the lowest first. */
  public OctetWriter number(long value) {
    room(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      octets[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    octets[length++] = (byte) rest;
    return this;
  }

  public OctetWriter moment(Instant at) {
    number(at.getEpochSecond());
    return number(at.getNano());
  }

  public OctetWriter momentOrNone(@Nullable Instant at) {
    if (at == null) {
      return octet(0);
    }
    octet(1);
    return moment(at);
  }

  public OctetWriter textOrNone(@Nullable String text) {
    if (text == null) {
      room(2);
      putLength(length, NO_TEXT);
      length += 2;
      return this;
    }
    return text(text, TEXT);
  }

  public OctetWriter text(String text) {
    return text(text, TEXT);
  }

  /**
   * A text in UTF-8, its length before it, cut at so many octets. What UTF-8 or a database cannot
   * hold (half a surrogate pair, NUL) becomes U+FFFD.
   */
  public OctetWriter text(String text, int limit) {
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
      at = put(cutAt, CUT.codePointAt(0));
    }
    putLength(length, at - begin);
    length = at;
    return this;
  }

  /** A text that nobody may cut, such as what must be told a peer again. */
  public OctetWriter wholeText(String text) {
    room(4 + 3 * text.length() + 4);
    int begin = length + 4;
    int at = begin;
    int count = text.length();
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        octets[at++] = (byte) c;
      } else {
        int point = text.codePointAt(i);
        i += Character.charCount(point) - 1;
        at = put(at, isSurrogate(point) ? 0xFFFD : point);
      }
    }
    putLength(length, (at - begin) >>> 16);
    putLength(length + 2, at - begin);
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

  /** Takes back what was written after this many octets. */
  public OctetWriter truncate(int octets) {
    length = Math.min(length, octets);
    return this;
  }

  public byte[] octets() {
    return octets;
  }

  public int length() {
    return length;
  }

  /** CRC-32C (RFC 3720 appendix B.4) of what was written. */
  public int checksum() {
    return checksum(octets, length);
  }

  public int checksum(byte[] data, int count) {
    checksum.reset();
    checksum.update(data, 0, count);
    return (int) checksum.getValue();
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(octets, length);
  }

  /** Takes the octets of an entry that was written before. */
  public OctetWriter load(byte[] entry) {
    length = 0;
    room(entry.length);
    System.arraycopy(entry, 0, octets, 0, entry.length);
    length = entry.length;
    return this;
  }

  /** Whether it is small enough to be kept for the next entry. */
  public boolean worthKeeping() {
    return octets.length <= KEPT;
  }
}
