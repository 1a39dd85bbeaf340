package org.comuta.cdr.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EntryWriter} wrote; trusts nothing. One thread at a time. */
final class EntryReader {
  private final byte[] octets;
  private int at;

  EntryReader(byte[] octets) {
    this.octets = octets;
  }

  int octet() throws MalformedEntryException {
    if (at >= octets.length) {
      throw new MalformedEntryException("ends too early, at " + at);
    }
    return octets[at++] & 0xFF;
  }

  long number() throws MalformedEntryException {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      rest |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return (rest >>> 1) ^ -(rest & 1);
      }
    }
    throw new MalformedEntryException("number without end at " + at);
  }

  int number(int least, int most) throws MalformedEntryException {
    long number = number();
    if (number < least || number > most) {
      throw new MalformedEntryException(number + " is not in " + least + " to " + most);
    }
    return (int) number;
  }

  Instant moment() throws MalformedEntryException {
    long seconds = number();
    int nanos = number(0, 999_999_999);
    try {
      return Instant.ofEpochSecond(seconds, nanos);
    } catch (DateTimeException | ArithmeticException e) {
      throw new MalformedEntryException("no moment: " + seconds);
    }
  }

  @Nullable Instant momentOrNone() throws MalformedEntryException {
    return flag() ? moment() : null;
  }

  boolean flag() throws MalformedEntryException {
    int flag = octet();
    if (flag > 1) {
      throw new MalformedEntryException("no flag: " + flag);
    }
    return flag == 1;
  }

  @Nullable String textOrNone() throws MalformedEntryException {
    int length = octet() << 8 | octet();
    return length == EntryWriter.NO_TEXT ? null : text(length);
  }

  String text() throws MalformedEntryException {
    return text(octet() << 8 | octet());
  }

  private String text(int length) throws MalformedEntryException {
    if (length > octets.length - at) {
      throw new MalformedEntryException("text of " + length + " octets at " + at);
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
      throw new MalformedEntryException("text is no UTF-8 at " + at);
    }
  }

  void end() throws MalformedEntryException {
    if (at != octets.length) {
      throw new MalformedEntryException(octets.length - at + " octets too many");
    }
  }
}
