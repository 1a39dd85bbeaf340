package org.comuta.survival;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of slots of one size, mapped into memory; each holds a few octets that survive the death
 * of the process once {@link #write} returns. Slots are used again; the file is as large as the
 * most that were ever in use at once. Its blocks are written before they are used, so that a mapped
 * write can never find the disk full.
 *
 * <p>A slot: length (4, written last; 0 for a free one), CRC-32C of all that follows but the mark
 * (4), number of the writing (8), mark (4), the octets. What a killed thread left unfinished has a
 * wrong sum. Nothing is ever written over what is still needed: who changes octets writes them to
 * another slot and then frees the first.
 *
 * <p>Any thread writes, frees and marks, without lock or system call; opening, growing, forcing and
 * closing are for one thread.
 */
final class SlotFile implements AutoCloseable {
  /** Octets of a slot that are not the user's. */
  static final int HEADER = 20;

  private static final Logger LOG = LoggerFactory.getLogger(SlotFile.class);
  private static final long MAGIC = 0x434F4D5554414C31L;
  private static final int FORMAT = 1;
  private static final int FILE_HEADER = 4096;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LENGTH = INT.varHandle();

  /** What was found in a slot when the file was opened. */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of octets; never compared.
  record Found(int slot, long writing, boolean marked, byte[] octets) {}

  private final int slotOctets;
  private final int slotsPerExtent;
  private final FileChannel channel;
  private final Arena arena = Arena.ofShared();
  private final FreeSlots free = new FreeSlots();
  private final AtomicLong writings = new AtomicLong();
  private final List<Found> found = new ArrayList<>();
  private volatile MemorySegment[] extents = {};
  private volatile boolean changed;

  /**
   * Opens the file and finds what is in it; makes it when missing. One that is no such file, or of
   * another size of slots, is emptied.
   *
   * @param slotOctets a power of two, at least 1024
   */
  SlotFile(Path file, int slotOctets, int slotsPerExtent) throws IOException {
    this.slotOctets = slotOctets;
    this.slotsPerExtent = slotsPerExtent;
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!isOurs()) {
        if (channel.size() > 0) {
          LOG.error("{} is no file of answered calls of this version; it is emptied", file);
        }
        channel.truncate(0);
        writeHeader();
      }
      int whole = (int) ((channel.size() - FILE_HEADER) / extentOctets());
      for (int i = 0; i < whole; i++) {
        map(i);
      }
      if (found.isEmpty()) {
        shrink();
      }
      if (extents.length == 0) {
        grow();
      }
    } catch (IOException | RuntimeException e) {
      arena.close();
      channel.close();
      throw e;
    }
  }

  private boolean isOurs() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    if (channel.size() < FILE_HEADER || channel.read(header, 0) < 16) {
      return false;
    }
    header.flip();
    return header.getLong() == MAGIC && header.getInt() == FORMAT && header.getInt() == slotOctets;
  }

  private void writeHeader() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(FILE_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(MAGIC).putInt(FORMAT).putInt(slotOctets).clear();
    writeFully(header, 0);
  }

  private void writeFully(ByteBuffer octets, long at) throws IOException {
    long begin = at;
    while (octets.hasRemaining()) {
      begin += channel.write(octets, begin);
    }
  }

  private long extentOctets() {
    return (long) slotOctets * slotsPerExtent;
  }

  /** Nothing is in it: the room of a busier time goes back, but for the first extent. */
  private void shrink() throws IOException {
    if (extents.length > 1) {
      // Mapped still, but nobody is given a slot there.
      extents = Arrays.copyOf(extents, 1);
      free.clear();
      offerFree(0, 0);
      channel.truncate(FILE_HEADER + extentOctets());
    }
  }

  private void offerFree(int extent, int from) {
    for (int i = slotsPerExtent - 1; i >= from; i--) {
      free.give(extent * slotsPerExtent + i);
    }
  }

  /** Adds room for more. Slow. */
  void grow() throws IOException {
    long at = FILE_HEADER + extents.length * extentOctets();
    ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(256 * 1024, (int) extentOctets()));
    for (long end = at + extentOctets(); at < end; at += zeros.capacity()) {
      writeFully(zeros.clear(), at);
    }
    channel.force(true);
    map(extents.length);
  }

  private void map(int number) throws IOException {
    MemorySegment extent =
        channel.map(
            FileChannel.MapMode.READ_WRITE,
            FILE_HEADER + number * extentOctets(),
            extentOctets(),
            arena);
    MemorySegment[] all = Arrays.copyOf(extents, number + 1);
    all[number] = extent;
    extents = all;
    free.makeRoomFor((number + 1) * slotsPerExtent);
    for (int i = slotsPerExtent - 1; i >= 0; i--) {
      int slot = number * slotsPerExtent + i;
      Found content = read(slot);
      if (content == null) {
        // Also makes the page writable, so that no lane waits for the kernel to do it.
        LENGTH.setRelease(extent, (long) i * slotOctets, 0);
        free.give(slot);
      } else {
        found.add(content);
        writings.accumulateAndGet(content.writing(), Math::max);
      }
    }
  }

  private @Nullable Found read(int slot) {
    MemorySegment extent = extents[slot / slotsPerExtent];
    long at = at(slot);
    int length = (int) LENGTH.getAcquire(extent, at);
    if (length <= 0 || length > capacity()) {
      return null;
    }
    byte[] octets = new byte[length];
    MemorySegment.copy(extent, ValueLayout.JAVA_BYTE, at + HEADER, octets, 0, length);
    long writing = extent.get(LONG, at + 8);
    if (checksum(octets, length, writing, new CRC32C()) != extent.get(INT, at + 4)) {
      return null;
    }
    return new Found(slot, writing, extent.get(INT, at + 16) != 0, octets);
  }

  private long at(int slot) {
    return (long) (slot % slotsPerExtent) * slotOctets;
  }

  private static int checksum(byte[] octets, int length, long writing, CRC32C sum) {
    sum.update(octets, 0, length);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      sum.update((int) (writing >>> shift) & 0xFF);
    }
    return (int) sum.getValue();
  }

  /** What was in the file when it was opened; told once. */
  List<Found> takeFound() {
    List<Found> all = List.copyOf(found);
    found.clear();
    return all;
  }

  /** The most octets a slot can hold. */
  int capacity() {
    return slotOctets - HEADER;
  }

  /** Slots that are free now. */
  int freeSlots() {
    return free.size();
  }

  /** Writes octets to a free slot and returns its number; -1 when none is free. */
  int write(OctetWriter octets, boolean marked) {
    int slot = free.take();
    if (slot < 0) {
      return slot;
    }
    MemorySegment extent = extents[slot / slotsPerExtent];
    long at = at(slot);
    int length = octets.length();
    long writing = writings.incrementAndGet();
    MemorySegment.copy(octets.octets(), 0, extent, ValueLayout.JAVA_BYTE, at + HEADER, length);
    extent.set(INT, at + 16, marked ? 1 : 0);
    extent.set(LONG, at + 8, writing);
    extent.set(INT, at + 4, checksum(octets.octets(), length, writing, new CRC32C()));
    LENGTH.setRelease(extent, at, length);
    changed = true;
    return slot;
  }

  /** Sets the mark of a slot. */
  void mark(int slot) {
    extents[slot / slotsPerExtent].set(INT, at(slot) + 16, 1);
    changed = true;
  }

  /** Gives a slot back. */
  void free(int slot) {
    LENGTH.setRelease(extents[slot / slotsPerExtent], at(slot), 0);
    changed = true;
    free.give(slot);
  }

  /** Brings what was written to the disk. Slow. */
  void force() {
    if (changed) {
      changed = false;
      for (MemorySegment extent : extents) {
        extent.force();
      }
    }
  }

  @Override
  public void close() throws IOException {
    force();
    arena.close();
    channel.close();
  }
}
