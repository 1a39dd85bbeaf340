package org.comuta.octets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link OctetWriter} wrote; trusts nothing. One thread at a time. */
public final class OctetReader {
  private final byte[] octets;
  private int at;

  public OctetReader(byte[] octets) {
    this.octets = octets;
  }

  public int octet() throws MalformedOctetsException {
    if (at >= octets.length) {
      throw new MalformedOctetsException("ends too early, at " + at);
    }
    return octets[at++] & 0xFF;
  }

  public long number() throws MalformedOctetsException {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      rest |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return (rest >>> 1) ^ -(rest & 1);
      }
    }
    throw new MalformedOctetsException("number without end at " + at);
  }

  public int number(int least, int most) throws MalformedOctetsException {
    long number = number();
    if (number < least || number > most) {
      throw new MalformedOctetsException(number + " is not in " + least + " to " + most);
    }
    return (int) number;
  }

  public Instant moment() throws MalformedOctetsException {
    long seconds = number();
    int nanos = number(0, 999_999_999);
    try {
      return Instant.ofEpochSecond(seconds, nanos);
    } catch (DateTimeException | ArithmeticException e) {
      throw new MalformedOctetsException("no moment: " + seconds);
    }
  }

  public @Nullable Instant momentOrNone() throws MalformedOctetsException {
    return flag() ? moment() : null;
  }

  public boolean flag() throws MalformedOctetsException {
    int flag = octet();
    if (flag > 1) {
      throw new MalformedOctetsException("no flag: " + flag);
    }
    return flag == 1;
  }

  public @Nullable String textOrNone() throws MalformedOctetsException {
    int length = octet() << 8 | octet();
    return length == OctetWriter.NO_TEXT ? null : text(length);
  }

  public String text() throws MalformedOctetsException {
    return text(octet() << 8 | octet());
  }

  /** A text as {@link OctetWriter#wholeText} wrote it. */
  public String wholeText() throws MalformedOctetsException {
    int length = octet() << 24 | octet() << 16 | octet() << 8 | octet();
    if (length < 0) {
      throw new MalformedOctetsException("no length: " + length);
    }
    return text(length);
  }

  private String text(int length) throws MalformedOctetsException {
    if (length > octets.length - at) {
      throw new MalformedOctetsException("text of " + length + " octets at " + at);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(octets, at, length))
              .toString();
      at += length;
      return text;
    } catch (CharacterCodingException e) {
      throw new MalformedOctetsException("text is no UTF-8 at " + at);
    }
  }

  /** Whether more octets follow. */
  public boolean hasMore() {
    return at < octets.length;
  }

  public void end() throws MalformedOctetsException {
    if (at != octets.length) {
      throw new MalformedOctetsException(octets.length - at + " octets too many");
    }
  }
}
