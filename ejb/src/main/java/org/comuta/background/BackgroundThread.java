package org.comuta.background;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does one step again and again until it is closed. A step that fails is logged and
 * done again.
 */
public final class BackgroundThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundThread.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 1000;

  /** One step. */
  public interface Step {
    /** Does it, and says for how many milliseconds to rest. */
    long run() throws Exception;
  }

  private final Thread thread;
  private volatile boolean closing;

  private BackgroundThread(String name, Step step) {
    thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> loop(name, step));
  }

  /** Starts a thread of this name. */
  public static BackgroundThread start(String name, Step step) {
    BackgroundThread background = new BackgroundThread(name, step);
    background.thread.start();
    return background;
  }

  private void loop(String name, Step step) {
    while (!closing) {
      long rest;
      try {
        rest = step.run();
      } catch (Exception e) {
        LOG.error("{} failed and tries again", name, e);
        rest = PAUSE_AFTER_FAILURE_MILLIS;
      }
      if (rest > 0 && !closing) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(rest));
      }
    }
  }

  /** Ends the rest, if it rests. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  /** Whether no step is under way and none will be. */
  public boolean isOver() {
    return !thread.isAlive();
  }

  /** Lets the step under way end, and waits for it for ten seconds at most. */
  @Override
  public void close() {
    closing = true;
    wake();
    try {
      if (!thread.join(LONGEST_WAIT)) {
        LOG.warn("{} does not end", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
