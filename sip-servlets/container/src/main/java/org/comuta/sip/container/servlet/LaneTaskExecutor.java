package org.comuta.sip.container.servlet;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.comuta.sip.container.lane.LaneGroup;

/**
 * Stands for Restcomm's thread pool and has no threads: a task goes to the end of the lane that
 * gives it. Restcomm asks for the class, not the interface.
 */
final class LaneTaskExecutor extends ThreadPoolExecutor {

  private final LaneGroup lanes;

  LaneTaskExecutor(LaneGroup lanes) {
    super(0, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    this.lanes = lanes;
  }

  @Override
  public void execute(Runnable task) {
    lanes.currentOrNext().execute(task);
  }
}
