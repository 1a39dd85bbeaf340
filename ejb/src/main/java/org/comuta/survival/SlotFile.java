package org.comuta.survival;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of slots of one size; each holds a few octets that survive the death of the process once
 * {@link #write} returns. Slots are used again; the file is as large as the most that were ever in
 * use at once. Its blocks are written before they are used, so that no later write finds the disk
 * full.
 *
 * <p>It is written by system calls of some microseconds. Mapped into memory, every slot would cost
 * page faults instead, since what is brought to the disk is made read-only for that.
 *
 * <p>A slot: length (4; 0 for a free one), CRC-32C of all that follows but the mark (4), number of
 * the writing (8), mark (4), the octets. What a killed thread left unfinished has a wrong sum.
 * Nothing is ever written over what is still needed: who changes octets writes them to another slot
 * and then frees the first.
 *
 * <p>Any thread writes, frees and marks, without a lock; opening, growing, forcing and closing are
 * for one thread. A thread that is interrupted must not: its interruption would close the file.
 */
final class SlotFile implements AutoCloseable {
  /** Octets of a slot that are not the user's. */
  static final int HEADER = 20;

  private static final Logger LOG = LoggerFactory.getLogger(SlotFile.class);
  private static final long MAGIC = 0x434F4D5554414C31L;
  private static final int FORMAT = 1;
  private static final int FILE_HEADER = 4096;
  private static final int MARK = 16;

  /** What was found in a slot when the file was opened. */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of octets; never compared.
  record Found(int slot, long writing, boolean marked, byte[] octets) {}

  private final int slotOctets;
  private final int slotsPerExtent;
  private final FileChannel channel;
  private final FreeSlots free = new FreeSlots();
  private final AtomicLong writings = new AtomicLong();
  private final List<Found> found = new ArrayList<>();
  private int extents;
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
        readExtent(i);
      }
      if (found.isEmpty()) {
        shrink();
      }
      if (extents == 0) {
        grow();
      }
    } catch (IOException | RuntimeException e) {
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
    if (extents > 1) {
      extents = 1;
      free.clear();
      for (int slot = slotsPerExtent - 1; slot >= 0; slot--) {
        free.give(slot);
      }
      channel.truncate(FILE_HEADER + extentOctets());
    }
  }

  /** Adds room for more. Slow. */
  void grow() throws IOException {
    long at = FILE_HEADER + extents * extentOctets();
    ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(256 * 1024, (int) extentOctets()));
    for (long end = at + extentOctets(); at < end; at += zeros.capacity()) {
      writeFully(zeros.clear(), at);
    }
    channel.force(true);
    readExtent(extents);
  }

  private void readExtent(int number) throws IOException {
    extents = number + 1;
    free.makeRoomFor(extents * slotsPerExtent);
    ByteBuffer octets = ByteBuffer.allocate(slotOctets).order(ByteOrder.LITTLE_ENDIAN);
    for (int slot = extents * slotsPerExtent - 1; slot >= number * slotsPerExtent; slot--) {
      Found content = read(slot, octets.clear());
      if (content == null) {
        free.give(slot);
      } else {
        found.add(content);
        writings.accumulateAndGet(content.writing(), Math::max);
      }
    }
  }

  private @Nullable Found read(int slot, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining() && channel.read(buffer, at(slot) + buffer.position()) > 0) {
      // Goes on until the whole slot is there.
    }
    int length = buffer.getInt(0);
    if (buffer.hasRemaining() || length <= 0 || length > capacity()) {
      return null;
    }
    byte[] octets = new byte[length];
    buffer.get(HEADER, octets);
    long writing = buffer.getLong(8);
    if (checksum(octets, length, writing, new CRC32C()) != buffer.getInt(4)) {
      return null;
    }
    return new Found(slot, writing, buffer.getInt(MARK) != 0, octets);
  }

  private long at(int slot) {
    return FILE_HEADER + (long) slot * slotOctets;
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

  /** Writes octets to a free slot and returns its number; -1 when none is free or it fails. */
  int write(OctetWriter octets, boolean marked) {
    int slot = free.take();
    if (slot < 0) {
      return slot;
    }
    int length = octets.length();
    long writing = writings.incrementAndGet();
    ByteBuffer all = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(length).putInt(checksum(octets.octets(), length, writing, new CRC32C()));
    all.putLong(writing).putInt(marked ? 1 : 0).put(octets.octets(), 0, length);
    if (!write(all.flip(), at(slot))) {
      free.give(slot);
      return -1;
    }
    return slot;
  }

  /** Sets the mark of a slot. */
  void mark(int slot) {
    writeInt(1, at(slot) + MARK);
  }

  /** Gives a slot back. */
  void free(int slot) {
    writeInt(0, at(slot));
    free.give(slot);
  }

  private void writeInt(int value, long at) {
    write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).flip(), at);
  }

  private boolean write(ByteBuffer octets, long at) {
    try {
      writeFully(octets, at);
      changed = true;
      return true;
    } catch (IOException e) {
      LOG.error("An answered call cannot be written, and does not outlive this process", e);
      return false;
    }
  }

  /** Brings what was written to the disk. Slow. */
  void force() {
    if (!changed) {
      return;
    }
    changed = false;
    try {
      channel.force(false);
    } catch (IOException e) {
      LOG.error("Answered calls cannot be brought to the disk", e);
    }
  }

  @Override
  public void close() throws IOException {
    force();
    channel.close();
  }
}
