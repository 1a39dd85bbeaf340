package org.comuta.media.engine.relay;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The pairs of ports of one address of ours: an even one for RTP, the next for RTCP. They are given
 * out in turn, so that one just given back, to which late packets may still come, rests as long as
 * there are others. Any thread; takes no lock.
 */
final class PortPool {
  private final int firstPort;
  private final int pairs;
  private final AtomicLongArray taken;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger inUse = new AtomicInteger();

  PortPool(int firstPort, int lastPort) {
    this.firstPort = firstPort;
    this.pairs = (lastPort - firstPort + 1) / 2;
    this.taken = new AtomicLongArray((pairs + Long.SIZE - 1) / Long.SIZE);
  }

  /** The even port of a free pair, or 0 when all are taken. */
  int take() {
    int start = Math.floorMod(turn.getAndIncrement(), pairs);
    for (int i = 0; i < pairs; i++) {
      int pair = (start + i) % pairs;
      if (mark(pair)) {
        if (i > 0) {
          turn.addAndGet(i);
        }
        inUse.incrementAndGet();
        return firstPort + 2 * pair;
      }
    }
    return 0;
  }

  private boolean mark(int pair) {
    int word = pair / Long.SIZE;
    long bit = 1L << (pair % Long.SIZE);
    while (true) {
      long now = taken.get(word);
      if ((now & bit) != 0) {
        return false;
      }
      if (taken.compareAndSet(word, now, now | bit)) {
        return true;
      }
    }
  }

  /** Gives back what {@link #take} gave. */
  void release(int port) {
    int pair = (port - firstPort) / 2;
    long bit = 1L << (pair % Long.SIZE);
    long before = taken.getAndAccumulate(pair / Long.SIZE, ~bit, (now, mask) -> now & mask);
    if ((before & bit) == 0) {
      throw new IllegalStateException("port " + port + " was not taken");
    }
    inUse.decrementAndGet();
  }

  int pairs() {
    return pairs;
  }

  int pairsInUse() {
    return inUse.get();
  }
}
