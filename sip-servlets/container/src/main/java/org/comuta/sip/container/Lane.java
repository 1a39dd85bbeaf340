package org.comuta.sip.container;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The one line on which everything of a call happens in order: messages of both legs, their timers,
 * and every task given to {@link #execute}. Two tasks of one lane never run at the same time, so
 * call logic needs no lock. What may block must not run here.
 *
 * <p>All methods may be called from any thread.
 */
public interface Lane extends Executor {

  /** Which lane this is, from 0 to {@link Lanes#COUNT} - 1. */
  int number();

  /**
   * Runs the task after everything already waiting in this lane. A task given after the container
   * stopped is dropped.
   */
  @Override
  void execute(Runnable task);

  /**
   * Runs the task on this lane once the delay has passed; timers keep to about 10 ms. A delay of
   * zero or less runs it with the next round.
   */
  Cancellable schedule(Duration delay, Runnable task);

  /** Whether the calling code runs on this lane now. */
  boolean isCurrent();

  /**
   * Whether what runs on this lane now is a message that waited too long in its queue, as messages
   * have done for a while: there is more to do than can be done. What begins something new should
   * then be refused, so that what has begun comes to its end. False on any other thread.
   */
  boolean isOverloaded();

  /** The lane the calling code runs on; null on any other thread. */
  static @Nullable Lane current() {
    return Thread.currentThread() instanceof Carrier carrier ? carrier.currentLane() : null;
  }

  /** Something that was scheduled and may still be called off. */
  interface Cancellable {

    /**
     * Calls it off. Called on its own lane it will surely not run afterwards; called from another
     * thread it may be running already.
     *
     * @return whether this call was the one that called it off
     */
    boolean cancel();
  }

  /** A thread that carries lanes; only the container's own threads are such. */
  interface Carrier {

    @Nullable Lane currentLane();
  }
}
