package org.comuta.sip.container.lane;

import java.time.Duration;
import org.comuta.sip.container.Lane;

/** One of the {@link LaneGroup}'s lanes. */
public final class LaneImpl implements Lane {

  final LaneThread thread;
  private final int number;
  private final int queueLimit;

  LaneImpl(int number, LaneThread thread, int queueLimit) {
    this.number = number;
    this.thread = thread;
    this.queueLimit = queueLimit;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public void execute(Runnable task) {
    run(new Task(task));
  }

  /** Queues the item whatever the length of the queue. */
  public void run(WorkItem item) {
    item.lane = this;
    thread.add(item);
  }

  /**
   * Queues a message. When much is waiting, what begins something new is refused long before what
   * goes on with a call or ends one: its sender repeats it, and under overload the calls that are
   * there must come to their end.
   *
   * @return false when it is not queued
   */
  public boolean offer(WorkItem message, boolean beginsSomething) {
    address(message);
    return thread.addIfBelow(limit(beginsSomething), message);
  }

  /** The same without waking anybody: {@link LaneGroup#visit} or {@link LaneGroup#wake} follows. */
  public boolean offerQuietly(WorkItem message, boolean beginsSomething) {
    address(message);
    return thread.addQuietlyIfBelow(limit(beginsSomething), message);
  }

  private void address(WorkItem message) {
    message.lane = this;
    message.queuedAt = System.nanoTime();
  }

  private int limit(boolean beginsSomething) {
    return beginsSomething ? queueLimit / 2 : queueLimit;
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    return arm(task, delay.toNanos(), 0);
  }

  /** The same with the delay in milliseconds. */
  public Cancellable schedule(long delayMillis, Runnable task) {
    return arm(task, nanos(delayMillis), 0);
  }

  /** Runs the task again and again, the period counting from the end of one run to the next. */
  public Cancellable scheduleRepeatedly(long delayMillis, long periodMillis, Runnable task) {
    long period = Math.max(1, Math.ceilDiv(nanos(periodMillis), TimerWheel.TICK_NANOS));
    return arm(task, nanos(delayMillis), period);
  }

  private static long nanos(long millis) {
    return Math.multiplyExact(millis, 1_000_000L);
  }

  private Cancellable arm(Runnable task, long delayNanos, long periodTicks) {
    long deadline = LaneThread.tickIn(delayNanos);
    LaneTimer timer = new LaneTimer(this, task, deadline, periodTicks);
    if (thread.isCarriedHere()) {
      thread.arm(timer);
    } else {
      run(timer);
    }
    return timer;
  }

  @Override
  public boolean isOverloaded() {
    return isCurrent() && thread.isLate();
  }

  @Override
  public boolean isCurrent() {
    return thread.isCarriedHere() && Lane.current() == this;
  }

  @Override
  public String toString() {
    return "lane " + number;
  }

  private static final class Task extends WorkItem {

    private final Runnable task;

    Task(Runnable task) {
      this.task = task;
    }

    @Override
    protected void run() {
      task.run();
    }
  }
}
