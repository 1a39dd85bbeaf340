package org.comuta.media.process.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the octets of one frame apart and believes none of them. One thread. */
final class WireInput {
  /** Reads one entry of a list. */
  interface Entry<T> {
    T read(WireInput in) throws ProtocolException;
  }

  private final ByteBuffer octets;
  private final int version;

  /**
   * @param octets from its position to its limit; a frame without its length
   * @param version of the protocol that is read
   */
  WireInput(ByteBuffer octets, int version) {
    this.octets = octets;
    this.version = version;
  }

  int version() {
    return version;
  }

  int octet() throws ProtocolException {
    need(1);
    return octets.get() & 0xFF;
  }

  boolean flag() throws ProtocolException {
    int value = octet();
    if (value > 1) {
      throw new ProtocolException(value + " is neither yes nor no");
    }
    return value == 1;
  }

  int port() throws ProtocolException {
    need(Short.BYTES);
    return octets.getShort() & 0xFFFF;
  }

  int number() throws ProtocolException {
    need(Integer.BYTES);
    return octets.getInt();
  }

  long longNumber() throws ProtocolException {
    need(Long.BYTES);
    return octets.getLong();
  }

  double fraction() throws ProtocolException {
    return Double.longBitsToDouble(longNumber());
  }

  String text() throws ProtocolException {
    int length = port();
    if (length > Limits.TEXT_OCTETS) {
      throw new ProtocolException("a text of " + length + " octets");
    }
    need(length);
    ByteBuffer encoded = octets.slice(octets.position(), length);
    octets.position(octets.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
    } catch (CharacterCodingException e) {
      throw new ProtocolException("a text that is not UTF-8");
    }
  }

  <T> List<T> list(int most, Entry<T> entry) throws ProtocolException {
    int count = number();
    // Every entry takes an octet at least: a count beyond what is left is a lie.
    if (count < 0 || count > most || count > octets.remaining()) {
      throw new ProtocolException(count + " entries, at most " + most);
    }
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(entry.read(this));
    }
    return values;
  }

  void end() throws ProtocolException {
    if (octets.hasRemaining()) {
      throw new ProtocolException(octets.remaining() + " octets too many");
    }
  }

  private void need(int count) throws ProtocolException {
    if (octets.remaining() < count) {
      throw new ProtocolException("the message ends too early");
    }
  }
}
