package org.comuta.sip.container.lane;

import org.jspecify.annotations.Nullable;

/**
 * Something a lane does once. The item is its own link in the queue, so that queueing allocates
 * nothing; an item may therefore be queued only once.
 */
public abstract class WorkItem {

  @Nullable volatile WorkItem next;
  @Nullable LaneImpl lane;

  /** When it was queued, in nanoseconds of {@link System#nanoTime}; of messages only, else 0. */
  long queuedAt;

  /** Runs on the lane. What it throws is logged and does not harm the lane. */
  protected abstract void run();
}
