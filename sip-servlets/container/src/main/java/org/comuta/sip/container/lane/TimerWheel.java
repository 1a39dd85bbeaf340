package org.comuta.sip.container.lane;

import org.jspecify.annotations.Nullable;

/**
 * Timers of one lane thread, hashed by deadline: arming and calling off cost the same however many
 * there are. Ticks are 10 ms. Not for use by more than one thread.
 */
final class TimerWheel {

  static final long TICK_NANOS = 10_000_000L;

  private static final int SLOTS = 512;

  private final @Nullable LaneTimer[] slots = new @Nullable LaneTimer[SLOTS];
  private final long[] occupied = new long[SLOTS / Long.SIZE];
  private long tick;
  private int armed;

  TimerWheel(long tick) {
    this.tick = tick;
  }

  int armed() {
    return armed;
  }

  void arm(LaneTimer timer) {
    if (timer.linked || timer.isOver()) {
      return;
    }
    if (timer.deadlineTick <= tick) {
      timer.deadlineTick = tick + 1;
    }
    int slot = slotOf(timer.deadlineTick);
    LaneTimer first = slots[slot];
    timer.before = null;
    timer.after = first;
    if (first != null) {
      first.before = timer;
    }
    slots[slot] = timer;
    occupied[slot >> 6] |= 1L << slot;
    timer.linked = true;
    armed++;
  }

  void disarm(LaneTimer timer) {
    if (!timer.linked) {
      return;
    }
    LaneTimer before = timer.before;
    LaneTimer after = timer.after;
    if (before == null) {
      int slot = slotOf(timer.deadlineTick);
      slots[slot] = after;
      if (after == null) {
        occupied[slot >> 6] &= ~(1L << slot);
      }
    } else {
      before.after = after;
    }
    if (after != null) {
      after.before = before;
    }
    timer.before = null;
    timer.after = null;
    timer.linked = false;
    armed--;
  }

  /** Fires everything due by this tick, in order of ticks. */
  void advance(long now) {
    // After a long pause one round over the wheel meets every timer.
    long first = Math.max(tick + 1, now - SLOTS + 1);
    for (long due = first; due <= now; due++) {
      tick = due;
      int slot = slotOf(due);
      if ((occupied[slot >> 6] & (1L << slot)) != 0) {
        fireSlot(slot, now);
      }
    }
  }

  private void fireSlot(int slot, long now) {
    LaneTimer due = takeDue(slot, now);
    while (due != null) {
      LaneTimer following = due.after;
      due.after = null;
      due.fire();
      if (due.periodTicks > 0) {
        due.deadlineTick = Math.max(now, tick) + due.periodTicks;
        arm(due);
      }
      due = following;
    }
  }

  /** Unlinks what is due in this slot; the last armed came first, so this restores the order. */
  private @Nullable LaneTimer takeDue(int slot, long now) {
    LaneTimer chain = null;
    LaneTimer timer = slots[slot];
    while (timer != null) {
      LaneTimer following = timer.after;
      if (timer.deadlineTick <= now) {
        disarm(timer);
        timer.after = chain;
        chain = timer;
      }
      timer = following;
    }
    return chain;
  }

  /**
   * The earliest tick at which something may be due; {@link Long#MAX_VALUE} when nothing is armed.
   */
  long nextTick() {
    if (armed == 0) {
      return Long.MAX_VALUE;
    }
    for (long candidate = tick + 1; candidate <= tick + SLOTS; ) {
      int slot = slotOf(candidate);
      long word = occupied[slot >> 6] >>> slot;
      if (word != 0) {
        return candidate + Long.numberOfTrailingZeros(word);
      }
      candidate += Long.SIZE - (slot & (Long.SIZE - 1));
    }
    return tick + SLOTS;
  }

  private static int slotOf(long tick) {
    return (int) tick & (SLOTS - 1);
  }
}
