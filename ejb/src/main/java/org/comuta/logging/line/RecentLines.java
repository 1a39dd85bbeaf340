package org.comuta.logging.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The lines of late, in memory. Adding never waits; any thread. */
public final class RecentLines {
  private static final int LONGEST_TEXT = 8_000;
  private static final long LOOK_EVERY_MILLIS = 200;

  /**
   * What was found.
   *
   * @param lines the oldest first
   * @param last number to ask for what comes after
   * @param missed whether lines after the number asked for are gone already, or were left out
   */
  public record Found(List<LogLine> lines, long last, boolean missed) {}

  private final AtomicReferenceArray<LogLine> lines;
  private final AtomicLong last = new AtomicLong();

  /**
   * @param kept how many lines
   */
  public RecentLines(int kept) {
    lines = new AtomicReferenceArray<>(kept);
  }

  /** Adds a line, in place of the oldest. */
  public void add(LogLine line) {
    long number = last.incrementAndGet();
    lines.set((int) (number % lines.length()), line.cut(LONGEST_TEXT).numbered(number));
  }

  /** The newest lines that match. */
  public Found find(LogQuery query) {
    long newest = last.get();
    long oldest = Math.max(0, newest - lines.length()) + 1;
    List<LogLine> found = new ArrayList<>();
    long number = newest;
    boolean full = false;
    while (number >= oldest && number > query.after() && !full) {
      LogLine line = lines.get((int) (number % lines.length()));
      // One that is just being added has the number of an older one.
      if (line != null && line.number() == number && query.matches(line)) {
        full = found.size() == query.most();
        if (!full) {
          found.add(line);
        }
      }
      number--;
    }
    Collections.reverse(found);
    return new Found(found, newest, full || (query.after() > 0 && query.after() + 1 < oldest));
  }

  /** All that are kept, the oldest first. */
  public List<LogLine> all() {
    long newest = last.get();
    List<LogLine> all = new ArrayList<>();
    for (long number = Math.max(0, newest - lines.length()) + 1; number <= newest; number++) {
      LogLine line = lines.get((int) (number % lines.length()));
      if (line != null && line.number() == number) {
        all.add(line);
      }
    }
    return all;
  }

  /** Number of the newest line; 0 before there is one. */
  public long newest() {
    return last.get();
  }

  /** The same, and waits for such a line where there is none yet. */
  public Found await(LogQuery query, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    Found found = find(query);
    while (found.lines().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(LOOK_EVERY_MILLIS);
      found = find(query);
    }
    return found;
  }
}
