package org.comuta.cdr.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;

/**
 * One file of the journal, mapped into memory. Its blocks are written when it is made, so that a
 * mapped write can never find the disk full.
 *
 * <p>After a header come frames, each at a multiple of 16 octets: length of the entry (4, written
 * last; negative for what is to be skipped), CRC-32C of the entry (4), mark (8), the entry. The
 * mark is derived from a secret of this file and the frame's place: octets that a caller sent can
 * never look like a frame, and a frame can be found behind a place that a killed thread left
 * unfinished.
 *
 * <p>Any number of threads write and read at the same time.
 */
final class Segment implements AutoCloseable {
  static final int HEADER = 64;
  static final int FRAME = 16;

  private static final long MAGIC = 0x434F4D5554414A31L;
  private static final int FORMAT = 1;
  private static final int PAGE = 4096;
  private static final int BLOCK = 256 * 1024;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LENGTH = INT.varHandle();

  private final Path path;
  private final long number;
  private final int capacity;
  private final long secret;
  private final boolean writable;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;

  /** Where the next frame goes; beyond the capacity when the segment is full. */
  private final AtomicLong tail = new AtomicLong(HEADER);

  /** The segment after this one, once it is prepared. */
  private volatile @Nullable Segment next;

  private Segment(Path path, FileChannel channel, boolean writable) throws IOException {
    this.path = path;
    this.writable = writable;
    try {
      long size = channel.size();
      if (size < HEADER || size > Integer.MAX_VALUE) {
        throw new IOException(path + " has " + size + " octets: no segment of a journal");
      }
      memory =
          channel.map(
              writable ? FileChannel.MapMode.READ_WRITE : FileChannel.MapMode.READ_ONLY,
              0,
              size,
              arena);
      if (memory.get(LONG, 0) != MAGIC
          || memory.get(INT, 8) != FORMAT
          || memory.get(INT, 12) != size) {
        throw new IOException(path + " is no segment of a journal of this version");
      }
      capacity = (int) size;
      number = memory.get(LONG, 16);
      secret = memory.get(LONG, 24);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** Makes a segment and all its blocks on the disk, then gives it its name; slow. */
  static Segment create(Path unfinished, Path path, long number, int capacity) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect(BLOCK);
      for (int at = 0; at < capacity; ) {
        zeros.clear().limit(Math.min(BLOCK, capacity - at));
        at += channel.write(zeros, at);
      }
      ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
      header.putLong(MAGIC).putInt(FORMAT).putInt(capacity).putLong(number);
      header.putLong(ThreadLocalRandom.current().nextLong());
      writeFully(channel, header.clear());
      channel.force(true);
      Segment segment = new Segment(path, channel, true);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      return segment;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer octets) throws IOException {
    while (octets.hasRemaining()) {
      channel.write(octets, octets.position());
    }
  }

  /** Opens a segment that an earlier process wrote, to be read. */
  static Segment open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new Segment(path, channel, false);
    }
  }

  long number() {
    return number;
  }

  int capacity() {
    return capacity;
  }

  Path path() {
    return path;
  }

  /** Whether this process writes it; otherwise it is left from an earlier one. */
  boolean isWritable() {
    return writable;
  }

  @Nullable Segment next() {
    return next;
  }

  void next(Segment segment) {
    next = segment;
  }

  /** End of what was claimed; the capacity for a segment of an earlier process. */
  int limit() {
    return writable ? (int) Math.min(tail.get(), capacity) : capacity;
  }

  private static int frame(int length) {
    return (FRAME + length + 15) & -16;
  }

  private long mark(int at) {
    // The finalizer of splitmix64: every bit of the secret reaches every bit of the mark.
    long z = secret + 0x9E3779B97F4A7C15L * at;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** Writes an entry and returns its place, or -1 when the segment is full. */
  int append(byte[] entry, int length, int checksum) {
    int size = frame(length);
    long at = tail.getAndAdd(size);
    if (at + size > capacity) {
      if (at < capacity) {
        // Whoever first finds no room tells the readers that nothing follows.
        LENGTH.setRelease(memory, at, (int) (at - capacity));
      }
      return -1;
    }
    int place = (int) at;
    // Readers wait for every claim: one that comes to nothing is to be skipped.
    int outcome = -size;
    try {
      memory.set(INT, at + 4, checksum);
      memory.set(LONG, at + 8, mark(place));
      MemorySegment.copy(entry, 0, memory, ValueLayout.JAVA_BYTE, at + FRAME, length);
      outcome = length;
    } finally {
      LENGTH.setRelease(memory, at, outcome);
    }
    return place;
  }

  /** The length field of the frame here: 0 when it is not finished. */
  int length(int at) {
    return (int) LENGTH.getAcquire(memory, (long) at);
  }

  /** Place of the frame after the one here, which is finished. */
  int after(int at) {
    int length = length(at);
    return length < 0 ? at - length : at + frame(length);
  }

  /** The entry of the frame here; null when there is no whole frame. */
  byte @Nullable [] entry(int at, OctetWriter checker) {
    int length = length(at);
    if (length <= 0
        || length > Bounds.ENTRY
        || (long) at + frame(length) > capacity
        || memory.get(LONG, at + 8L) != mark(at)) {
      return null;
    }
    byte[] entry = new byte[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, at + (long) FRAME, entry, 0, length);
    return checker.checksum(entry, length) == memory.get(INT, at + 4L) ? entry : null;
  }

  /** Brings what was written between two places to the disk; slow. */
  void force(int from, int to) {
    if (to > from) {
      memory.asSlice(from, to - from).force();
    }
  }

  /** Makes every page writable, so that no lane waits for the kernel to do it. */
  void touch() {
    for (long at = HEADER; at < capacity; at += PAGE) {
      LENGTH.setRelease(memory, at, 0);
    }
  }

  @Override
  public void close() {
    arena.close();
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(path);
  }
}
