package org.comuta.cdr.journal;

import org.comuta.background.BackgroundThread;

/** Brings the journal to the disk, again and again, so that a power cut costs little. */
final class JournalForcer implements AutoCloseable {
  private static final long EVERY_MILLIS = 40;

  private final Journal journal;

  /** Everything before it was forced at least twice; so were claims that were not yet written. */
  private Position safe;

  /** The end when the last round began. */
  private Position before;

  private final BackgroundThread thread;

  JournalForcer(Journal journal, Segment first) {
    this.journal = journal;
    safe = new Position(first.number(), 0);
    before = safe;
    thread = BackgroundThread.start("comuta-journal-forcer", this::step);
  }

  private long step() {
    force();
    return EVERY_MILLIS;
  }

  private synchronized void force() {
    Segment end = journal.current();
    Position now = new Position(end.number(), end.limit());
    if (!now.equals(safe)) {
      Segment segment = journal.ceiling(safe.segment());
      while (segment != null && segment.number() <= now.segment()) {
        segment.force(segment.number() == safe.segment() ? safe.offset() : 0, segment.limit());
        segment = journal.ceiling(segment.number() + 1);
      }
    }
    safe = before;
    before = now;
  }

  /** Waits until this segment, which is going to be unmapped, is not used. */
  synchronized void forget(Segment segment) {
    if (safe.segment() <= segment.number()) {
      safe = new Position(segment.number() + 1, 0);
    }
    if (before.compareTo(safe) < 0) {
      before = safe;
    }
  }

  @Override
  public void close() {
    thread.close();
    force();
  }
}
