package org.comuta.sip.container.lane;

import java.util.concurrent.atomic.AtomicBoolean;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A timer of one lane: an entry of its thread's wheel. Armed by whoever carries the lane, fired on
 * its thread only; called off from any.
 */
final class LaneTimer extends WorkItem implements Lane.Cancellable {

  final long periodTicks;
  long deadlineTick;
  @Nullable LaneTimer before;
  @Nullable LaneTimer after;
  boolean linked;

  private final AtomicBoolean over = new AtomicBoolean();
  private final LaneImpl owner;
  private @Nullable Runnable task;

  LaneTimer(LaneImpl owner, Runnable task, long deadlineTick, long periodTicks) {
    this.owner = owner;
    this.task = task;
    this.deadlineTick = deadlineTick;
    this.periodTicks = periodTicks;
  }

  /** Queued by another thread: arms the timer. */
  @Override
  protected void run() {
    owner.thread.arm(this);
  }

  boolean isOver() {
    return over.get();
  }

  /** Its deadline has come. Returns whether it must be armed again. */
  void fire() {
    boolean once = periodTicks == 0;
    if (once ? !over.compareAndSet(false, true) : over.get()) {
      return;
    }
    Runnable due = task;
    if (once) {
      task = null;
    }
    if (due != null) {
      owner.thread.runOn(owner, due);
    }
  }

  @Override
  public boolean cancel() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    if (owner.thread.isCarriedHere()) {
      forget();
    } else {
      owner.execute(this::forget);
    }
    return true;
  }

  private void forget() {
    owner.thread.disarm(this);
    task = null;
  }
}
