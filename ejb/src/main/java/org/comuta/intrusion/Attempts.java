package org.comuta.intrusion;

/**
 * How many attempts there were within the last interval, at most a sixteenth of it more: counted in
 * slices, so that a million of them take no more room than one. Confined to its owner.
 */
final class Attempts {
  private static final int SLICES = 16;

  // One slice more than the interval has: the oldest one is still partly within.
  private final int[] counts = new int[SLICES + 1];
  private final long sliceNanos;
  private long newest;

  /**
   * @param now of a clock in nanoseconds that only goes forward
   */
  Attempts(long intervalNanos, long now) {
    this.sliceNanos = Math.ceilDiv(intervalNanos, SLICES);
    this.newest = Math.floorDiv(now, sliceNanos);
  }

  /** One more; how many there are with it. */
  int add(long now) {
    long slice = Math.floorDiv(now, sliceNanos);
    long passed = Math.min(slice - newest, counts.length);
    for (long i = 1; i <= passed; i++) {
      counts[index(newest + i)] = 0;
    }
    newest = Math.max(newest, slice);
    counts[index(newest)]++;
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private int index(long slice) {
    return Math.floorMod(slice, counts.length);
  }
}
