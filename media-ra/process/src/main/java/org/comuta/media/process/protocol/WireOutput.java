package org.comuta.media.process.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Gathers the octets of one frame, in network order. One thread. */
final class WireOutput {
  private static final int LENGTH_OCTETS = 4;

  private final int version;
  private byte[] octets = new byte[256];
  private int size = LENGTH_OCTETS;

  /**
   * @param version of the protocol that is written
   */
  WireOutput(int version) {
    this.version = version;
  }

  int version() {
    return version;
  }

  WireOutput octet(int value) {
    if (value < 0 || value > 0xFF) {
      throw new IllegalArgumentException(value + " is no octet");
    }
    room(1);
    octets[size++] = (byte) value;
    return this;
  }

  WireOutput flag(boolean value) {
    return octet(value ? 1 : 0);
  }

  WireOutput port(int value) {
    if (value < 0 || value > 0xFFFF) {
      throw new IllegalArgumentException(value + " is no port");
    }
    return octet(value >>> 8).octet(value & 0xFF);
  }

  WireOutput number(int value) {
    room(Integer.BYTES);
    ByteBuffer.wrap(octets).putInt(size, value);
    size += Integer.BYTES;
    return this;
  }

  WireOutput number(long value) {
    room(Long.BYTES);
    ByteBuffer.wrap(octets).putLong(size, value);
    size += Long.BYTES;
    return this;
  }

  WireOutput fraction(double value) {
    return number(Double.doubleToRawLongBits(value));
  }

  WireOutput text(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    if (encoded.length > Limits.TEXT_OCTETS) {
      throw new IllegalArgumentException("a text of " + encoded.length + " octets");
    }
    port(encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, octets, size, encoded.length);
    size += encoded.length;
    return this;
  }

  /** How many there are, and each of them. */
  <T> WireOutput list(Collection<T> values, int most, BiConsumer<WireOutput, T> writer) {
    if (values.size() > most) {
      throw new IllegalArgumentException(values.size() + " entries, at most " + most);
    }
    number(values.size());
    values.forEach(value -> writer.accept(this, value));
    return this;
  }

  /** The frame, with its length in front. */
  ByteBuffer frame() {
    ByteBuffer frame = ByteBuffer.wrap(octets, 0, size);
    frame.putInt(0, size - LENGTH_OCTETS);
    return frame;
  }

  private void room(int more) {
    int needed = size + more;
    if (needed - LENGTH_OCTETS > Limits.FRAME_OCTETS) {
      throw new IllegalArgumentException("a frame of more than " + Limits.FRAME_OCTETS + " octets");
    }
    if (needed > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(needed, octets.length * 2));
    }
  }
}
