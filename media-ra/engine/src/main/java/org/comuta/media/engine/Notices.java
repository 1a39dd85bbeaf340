package org.comuta.media.engine;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is somebody else's code, one after the other, on a thread that relays nothing. Any
 * thread.
 */
final class Notices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Thread thread =
      Thread.ofPlatform().name("comuta-media-notices").daemon().unstarted(this::runUntilClosed);
  private boolean closed;
  private boolean ended; // its thread's own

  void start() {
    thread.start();
  }

  /** Runs it after what was given before; after the end, at once and here. */
  void run(Runnable work) {
    if (!enqueue(work)) {
      work.run();
    }
  }

  private synchronized boolean enqueue(Runnable work) {
    return !closed && waiting.add(work);
  }

  private void runUntilClosed() {
    try {
      while (!ended) {
        guarded(waiting.take());
      }
    } catch (InterruptedException e) {
      LOG.error("The media engine gives no more notices", e);
    }
  }

  private void end() {
    ended = true;
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("A notice of the media engine failed", e);
    }
  }

  /** Runs what waits, and ends the thread; waits for it within reason. */
  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        waiting.add(this::end);
      }
    }
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      if (!thread.join(PATIENCE)) {
        LOG.warn("A listener of the media engine does not return");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
