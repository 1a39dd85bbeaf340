package org.comuta.cdr.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.comuta.cdr.journal.Position;

/**
 * Remembers how far a sink has come, with some octets of its own. Two places in a file are written
 * in turn, so that a write that is cut short leaves the one before. One thread at a time.
 */
public final class PositionFile implements AutoCloseable {
  private static final int SLOT = 4096;

  /** Generation, segment, offset, length of the octets, checksum. */
  private static final int HEADER = 8 + 8 + 4 + 4 + 4;

  /** Most octets that can be kept with a position. */
  public static final int MAX_DETAIL = SLOT - HEADER;

  private final FileChannel channel;
  private long generation;
  private Position position;
  private byte[] detail = new byte[0];

  /** Opens the file; without one, or with a damaged one, the position is {@code otherwise}. */
  public PositionFile(Path file, Position otherwise) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    position = otherwise;
    for (int slot = 0; slot < 2; slot++) {
      read(slot);
    }
  }

  private void read(int slot) throws IOException {
    ByteBuffer octets = ByteBuffer.allocate(SLOT);
    int count = channel.read(octets, (long) slot * SLOT);
    if (count < HEADER) {
      return;
    }
    octets.flip();
    long number = octets.getLong();
    Position stored = new Position(octets.getLong(), octets.getInt());
    int length = octets.getInt();
    int checksum = octets.getInt();
    if (length < 0 || length > octets.remaining() || number <= generation) {
      return;
    }
    byte[] own = new byte[length];
    octets.get(own);
    if (checksum == checksum(number, stored, own)) {
      generation = number;
      position = stored;
      detail = own;
    }
  }

  private static int checksum(long generation, Position position, byte[] detail) {
    ByteBuffer header = ByteBuffer.allocate(20);
    header.putLong(generation).putLong(position.segment()).putInt(position.offset()).flip();
    CRC32C checksum = new CRC32C();
    checksum.update(header);
    checksum.update(detail);
    return (int) checksum.getValue();
  }

  /** What was remembered last. */
  public Position position() {
    return position;
  }

  /** The octets that were remembered with it. */
  public byte[] detail() {
    return detail.clone();
  }

  /**
   * Remembers this.
   *
   * @param force whether it must be on the disk when this returns
   */
  public void save(Position next, byte[] own, boolean force) throws IOException {
    if (own.length > MAX_DETAIL) {
      throw new IllegalArgumentException(own.length + " octets");
    }
    long number = generation + 1;
    ByteBuffer octets = ByteBuffer.allocate(SLOT);
    octets.putLong(number).putLong(next.segment()).putInt(next.offset()).putInt(own.length);
    octets.putInt(checksum(number, next, own)).put(own).clear();
    long at = number % 2 * SLOT;
    while (octets.hasRemaining()) {
      at += channel.write(octets, at);
    }
    if (force) {
      channel.force(false);
    }
    generation = number;
    position = next;
    detail = own.clone();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
