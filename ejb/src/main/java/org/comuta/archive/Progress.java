package org.comuta.archive;

/** How far a backup or a restoration is. Written by one thread, read by any. */
public final class Progress {
  private volatile String part = "";
  private volatile int done;
  private volatile int all = 1;

  /** As many steps are to come. */
  void of(int steps) {
    all = Math.max(1, steps);
  }

  void begin(String word) {
    part = word;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  void step() {
    done++;
  }

  /** The part that is worked on; empty before the first and after the last. */
  public String part() {
    return part;
  }

  /** From 0 to 100. */
  public int percent() {
    return Math.min(100, done * 100 / all);
  }
}
