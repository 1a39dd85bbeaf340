package org.comuta.backup;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What one at a time may do; others wait in the order in which they came. Any thread. */
final class Turn {
  private final Semaphore one = new Semaphore(1, true);

  /**
   * Takes it; to be ended.
   *
   * @param patience how long to wait for whoever has it
   * @throws BusyException somebody else had it all the while
   * @throws InterruptedIOException this thread was interrupted
   */
  void begin(Duration patience) throws BusyException, InterruptedIOException {
    try {
      if (!one.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another backup was made");
    }
  }

  /** Gives it to the next one. */
  void end() {
    one.release();
  }
}
