package org.comuta.media.engine.relay;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.comuta.media.PortRange;

/**
 * The pairs of ports of one address of ours: an even one for RTP, the next for RTCP. They are given
 * out of ranges, which may overlap: what was taken out of one is taken in all of them. Those of a
 * range are given out in turn, so that one just given back, to which late packets may still come,
 * rests as long as there are others. Any thread; takes no lock.
 */
final class PortPool {
  /** Ranges whose turn is known; configurations name far fewer at one address. */
  static final int MOST_RANGES = 64;

  private static final int PAIRS = 65_536 / 2;

  private final AtomicLongArray taken = new AtomicLongArray(PAIRS / Long.SIZE);
  private final Map<PortRange, AtomicInteger> turns = new ConcurrentHashMap<>();

  /** The even port of a free pair of this range, or 0 when all are taken. */
  int take(PortRange range) {
    AtomicInteger turn = turn(range);
    int pairs = range.count() / 2;
    int start = Math.floorMod(turn.getAndIncrement(), pairs);
    for (int i = 0; i < pairs; i++) {
      int pair = range.first() / 2 + (start + i) % pairs;
      if (mark(pair)) {
        if (i > 0) {
          turn.addAndGet(i);
        }
        return 2 * pair;
      }
    }
    return 0;
  }

  private AtomicInteger turn(PortRange range) {
    AtomicInteger turn = turns.get(range);
    if (turn != null) {
      return turn;
    }
    if (turns.size() >= MOST_RANGES) {
      // What is taken is not known here: all that is lost is which pair comes next.
      turns.clear();
    }
    return turns.computeIfAbsent(range, _ -> new AtomicInteger());
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
    int pair = port / 2;
    long bit = 1L << (pair % Long.SIZE);
    long before = taken.getAndAccumulate(pair / Long.SIZE, ~bit, (now, mask) -> now & mask);
    if ((before & bit) == 0) {
      throw new IllegalStateException("port " + port + " was not taken");
    }
  }

  /** The ranges that were taken from. */
  Set<PortRange> ranges() {
    return Set.copyOf(turns.keySet());
  }

  int pairsInUse() {
    return pairsInUse(0, PAIRS);
  }

  /** Those of this range, whichever range they were taken out of. */
  int pairsInUse(PortRange range) {
    return pairsInUse(range.first() / 2, (range.last() + 1) / 2);
  }

  private int pairsInUse(int from, int to) {
    int count = 0;
    int pair = from;
    while (pair < to) {
      int word = pair / Long.SIZE;
      int end = Math.min(to, (word + 1) * Long.SIZE);
      long mask = (-1L << (pair % Long.SIZE)) & (-1L >>> ((word + 1) * Long.SIZE - end));
      count += Long.bitCount(taken.get(word) & mask);
      pair = end;
    }
    return count;
  }
}
