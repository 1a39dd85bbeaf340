package org.comuta.sip.container.lane;

import java.util.concurrent.locks.LockSupport;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries some of the lanes: runs their messages, tasks and timers one after the other. */
final class LaneThread extends Thread implements Lane.Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(LaneThread.class);
  private static final int ITEMS_BETWEEN_TIMERS = 32;

  private final WorkQueue queue = new WorkQueue();
  private final TimerWheel wheel = new TimerWheel(nowTick());
  private volatile boolean parked;
  private volatile boolean stopping;
  private volatile boolean timersEnded;
  private @Nullable LaneImpl current;

  LaneThread(int index) {
    super("comuta-lane-" + index);
    setDaemon(true);
  }

  @Override
  public @Nullable Lane currentLane() {
    return current;
  }

  int waiting() {
    return queue.size();
  }

  void add(WorkItem item) {
    queue.add(item);
    wake();
  }

  boolean addIfBelow(int limit, WorkItem item) {
    if (!queue.addIfBelow(limit, item)) {
      return false;
    }
    wake();
    return true;
  }

  private void wake() {
    if (parked) {
      parked = false;
      LockSupport.unpark(this);
    }
  }

  void arm(LaneTimer timer) {
    wheel.arm(timer);
  }

  void disarm(LaneTimer timer) {
    wheel.disarm(timer);
  }

  @Override
  public void run() {
    while (true) {
      if (!timersEnded) {
        wheel.advance(nowTick());
      }
      if (!runSome()) {
        if (stopping) {
          return;
        }
        rest();
      }
    }
  }

  private boolean runSome() {
    boolean any = false;
    for (int i = 0; i < ITEMS_BETWEEN_TIMERS; i++) {
      WorkItem item = queue.poll();
      if (item == null) {
        return any;
      }
      any = true;
      LaneImpl lane = item.lane;
      current = lane;
      try {
        item.run();
      } catch (Throwable failure) {
        LOG.error("Work on {} failed", lane, failure);
      } finally {
        current = null;
      }
    }
    return any;
  }

  /** Runs a timer's task as part of its lane. */
  void runOn(LaneImpl lane, Runnable task) {
    LaneImpl outer = current;
    current = lane;
    try {
      task.run();
    } catch (Throwable failure) {
      LOG.error("Timer on {} failed", lane, failure);
    } finally {
      current = outer;
    }
  }

  private void rest() {
    long next = timersEnded ? Long.MAX_VALUE : wheel.nextTick();
    parked = true;
    if (queue.size() == 0 && !stopping) {
      if (next == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        long nanos = next * TimerWheel.TICK_NANOS - System.nanoTime();
        if (nanos > 0) {
          LockSupport.parkNanos(this, nanos);
        }
      }
    }
    parked = false;
  }

  /** No timer fires from now on, but for one that is firing. */
  void endTimers() {
    timersEnded = true;
  }

  /** Ends the thread once its queue is empty; timers still armed are forgotten. */
  void stopWhenEmpty() {
    stopping = true;
    LockSupport.unpark(this);
  }

  static long nowTick() {
    return Math.floorDiv(System.nanoTime(), TimerWheel.TICK_NANOS);
  }

  /** The first tick not before the moment this many nanoseconds from now. */
  static long tickIn(long nanos) {
    long at = System.nanoTime() + Math.max(nanos, 0);
    return Math.floorDiv(at + TimerWheel.TICK_NANOS - 1, TimerWheel.TICK_NANOS);
  }
}
