package org.comuta.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sound of one channel, 16-bit linear, read from a WAV file (RIFF, format 1).
 *
 * <p>The data chunk's stated length is not trusted: a recorder that was ended early leaves it zero
 * or too large, and the samples in the file count. Not changed after it is made.
 */
public final class Recording {

  private static final int RIFF = 0x46464952;
  private static final int WAVE = 0x45564157;
  private static final int FORMAT = 0x20746d66;
  private static final int DATA = 0x61746164;

  private final short[] samples;
  private final int rate;

  /**
   * Sound from memory; the samples are not copied.
   *
   * @param samples in −32768 … 32767
   * @param rate samples a second
   */
  public Recording(short[] samples, int rate) {
    this.samples = samples;
    this.rate = rate;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, or is no one-channel 16-bit linear WAV file
   */
  public static Recording read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < 12 || bytes.getInt(0) != RIFF || bytes.getInt(8) != WAVE) {
      throw new IOException(file + " is no WAV file");
    }
    int rate = 0;
    bytes.position(12);
    while (bytes.remaining() >= 8) {
      int kind = bytes.getInt();
      int length = bytes.getInt();
      int begin = bytes.position();
      if (kind == FORMAT && length >= 16 && bytes.remaining() >= length) {
        requireLinearMono(file, bytes, begin);
        rate = bytes.getInt(begin + 4);
      } else if (kind == DATA) {
        if (rate <= 0) {
          throw new IOException(file + " has no format before its data");
        }
        int stated = length > 0 ? Math.min(length, bytes.remaining()) : bytes.remaining();
        short[] samples = new short[stated / 2];
        bytes.asShortBuffer().get(samples);
        return new Recording(samples, rate);
      }
      if (length < 0 || length > bytes.remaining()) {
        break;
      }
      // A chunk of odd length is followed by a byte of padding.
      bytes.position(Math.min(begin + length + (length & 1), bytes.limit()));
    }
    throw new IOException(file + " holds no sound");
  }

  private static void requireLinearMono(Path file, ByteBuffer bytes, int begin) throws IOException {
    if (bytes.getShort(begin) != 1
        || bytes.getShort(begin + 2) != 1
        || bytes.getShort(begin + 14) != 16) {
      throw new IOException(file + " is not one channel of 16-bit linear sound");
    }
  }

  /** How many samples there are. */
  public int length() {
    return samples.length;
  }

  /** One sample, in −32768 … 32767. */
  public short sample(int index) {
    return samples[index];
  }

  /** Samples a second. */
  public int rate() {
    return rate;
  }

  /** Its length in ms. */
  public long millis() {
    return samples.length * 1000L / rate;
  }
}
