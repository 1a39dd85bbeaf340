package org.comuta.sip.container.lane;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries some of the lanes: runs their messages, tasks and timers one after the other. While it
 * rests, a thread that brings work may run that itself, as a visitor: waking another thread costs
 * as much as a good part of the work. Only one of them carries the lanes at any time.
 */
final class LaneThread extends CarrierThread {

  private static final Logger LOG = LoggerFactory.getLogger(LaneThread.class);
  private static final int ITEMS_BETWEEN_TIMERS = 64;

  /** Nobody carries the lanes. */
  private static final int RESTING = 0;

  /** This thread does. */
  private static final int CARRYING = 1;

  /** A visitor does. */
  private static final int VISITED = 2;

  private final WorkQueue queue = new WorkQueue();
  private final Congestion congestion = new Congestion();
  private final TimerWheel wheel = new TimerWheel(nowTick());
  private final AtomicInteger state = new AtomicInteger(CARRYING);
  private volatile boolean parked;

  /** This thread is awake and waits for a visitor to leave. */
  private volatile boolean awake;

  private volatile boolean stopping;
  private volatile boolean timersEnded;

  /** When this thread wakes by itself, as a tick. Of whoever carries the lanes. */
  private long wakesAt = Long.MAX_VALUE;

  /** Whether what runs now is a message that suffers from congestion. Of whoever carries. */
  private boolean late;

  /** Who carries the lanes; only that thread finds itself here for certain. */
  private @Nullable Thread carrier = this;

  LaneThread(int index) {
    super(null, "comuta-lane-" + index);
  }

  /** Whether the calling thread carries these lanes now. */
  boolean isCarriedHere() {
    return Thread.currentThread().equals(carrier);
  }

  int waiting() {
    return queue.size();
  }

  /** Whether what runs now is a message that waited too long, as messages do at present. */
  boolean isLate() {
    return late;
  }

  /** Whether messages wait too long at present. */
  boolean isCongested() {
    return congestion.isOn(System.nanoTime());
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

  /** The same without waking it: the caller visits, or wakes, soon. */
  boolean addQuietlyIfBelow(int limit, WorkItem item) {
    return queue.addIfBelow(limit, item);
  }

  /** While this thread rests, the caller runs what is queued instead of waking it. */
  void visit(CarrierThread visitor) {
    if (queue.size() == 0) {
      return;
    }
    if (awake || !state.compareAndSet(RESTING, VISITED)) {
      wake();
      return;
    }
    carrier = visitor;
    runSome(visitor);
    visitor.finish();
    long next = timersEnded ? Long.MAX_VALUE : wheel.nextTick();
    boolean sooner = next < wakesAt;
    carrier = null;
    state.set(RESTING);
    // Whoever came while the lanes were visited woke nobody.
    if (sooner || awake || queue.size() > 0) {
      parked = false;
      LockSupport.unpark(this);
    }
  }

  void wake() {
    if (parked && state.get() == RESTING) {
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
      // Asked first: what was queued before the stop runs in this round.
      boolean last = stopping;
      boolean any = runSome(this);
      finish();
      if (!any) {
        if (last) {
          return;
        }
        rest();
      }
    }
  }

  private boolean runSome(CarrierThread here) {
    boolean any = false;
    for (int i = 0; i < ITEMS_BETWEEN_TIMERS; i++) {
      WorkItem item = queue.poll();
      if (item == null) {
        congestion.paused();
        return any;
      }
      any = true;
      LaneImpl lane = item.lane;
      here.carry(lane);
      late = item.queuedAt != 0 && congestion.begins(item.queuedAt, System.nanoTime());
      try {
        item.run();
      } catch (Throwable failure) {
        LOG.error("Work on {} failed", lane, failure);
      } finally {
        late = false;
        here.carry(null);
      }
    }
    return any;
  }

  /** Runs a timer's task as part of its lane. */
  void runOn(LaneImpl lane, Runnable task) {
    LaneImpl outer = carried();
    carry(lane);
    try {
      task.run();
    } catch (Throwable failure) {
      LOG.error("Timer on {} failed", lane, failure);
    } finally {
      carry(outer);
    }
  }

  private void rest() {
    long next = timersEnded ? Long.MAX_VALUE : wheel.nextTick();
    wakesAt = next;
    carrier = null;
    parked = true;
    state.set(RESTING);
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
    goOn();
  }

  /** Takes the lanes again, once a visitor has left. */
  private void goOn() {
    awake = true;
    while (!state.compareAndSet(RESTING, CARRYING)) {
      LockSupport.park(this);
    }
    awake = false;
    carrier = this;
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
