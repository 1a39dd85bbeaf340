package org.comuta.survival;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers of free slots: a stack, so that the warm ones are used again. Any thread takes and
 * gives, without lock or allocation; room is made by one thread, before it gives what needs it.
 */
final class FreeSlots {
  /** The top in the low half, 0 for none, else the number plus one; above it counts changes. */
  private final AtomicLong top = new AtomicLong();

  private final AtomicInteger size = new AtomicInteger();

  /** What lies below each slot; 0 for nothing, else the number plus one. */
  private volatile AtomicIntegerArray[] below = {};

  private static final int CHUNK = 1024;

  /** Makes room for slots up to this number. */
  void makeRoomFor(int slots) {
    AtomicIntegerArray[] now = below;
    int chunks = Math.ceilDiv(slots, CHUNK);
    if (chunks > now.length) {
      AtomicIntegerArray[] more = Arrays.copyOf(now, chunks);
      for (int i = now.length; i < chunks; i++) {
        more[i] = new AtomicIntegerArray(CHUNK);
      }
      below = more;
    }
  }

  int size() {
    return size.get();
  }

  /** A free slot, which is not free any more; -1 when there is none. */
  int take() {
    while (true) {
      long now = top.get();
      int first = (int) now;
      if (first == 0) {
        return -1;
      }
      int slot = first - 1;
      int next = below[slot / CHUNK].get(slot % CHUNK);
      if (top.compareAndSet(now, changed(now, next))) {
        size.decrementAndGet();
        return slot;
      }
    }
  }

  void give(int slot) {
    AtomicIntegerArray chunk = below[slot / CHUNK];
    while (true) {
      long now = top.get();
      chunk.set(slot % CHUNK, (int) now);
      if (top.compareAndSet(now, changed(now, slot + 1))) {
        size.incrementAndGet();
        return;
      }
    }
  }

  /** Forgets them all; while nobody else uses it. */
  void clear() {
    top.set(0);
    size.set(0);
  }

  private static long changed(long before, int first) {
    return ((before >>> 32) + 1) << 32 | first;
  }
}
