package org.comuta.cdr.journal;

import java.util.concurrent.locks.LockSupport;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a journal in their order, those of earlier processes first. One thread at a
 * time; it never holds up the writers.
 */
public final class JournalReader {
  private static final int SPINS = 200;

  private final Journal journal;
  private final OctetWriter checker = new OctetWriter();
  private Position position;

  JournalReader(Journal journal, Position from) {
    this.journal = journal;
    this.position = from;
  }

  /** The place after the last entry that was read. */
  public Position position() {
    return position;
  }

  /** The next entry; null when there is none now. */
  public byte @Nullable [] next() {
    while (true) {
      Segment segment = journal.ceiling(position.segment());
      if (segment == null) {
        return null;
      }
      int at = Segment.HEADER;
      if (segment.number() == position.segment()) {
        at = Math.max(at, position.offset());
      }
      int limit = segment.limit();
      byte[] entry = segment.isWritable() ? nextWritten(segment, at, limit) : nextLeft(segment, at);
      if (entry != null) {
        return entry;
      }
      if (position.offset() < segment.capacity()) {
        return null;
      }
      Segment following = journal.ceiling(segment.number() + 1);
      if (following == null || segment == journal.current()) {
        return null;
      }
      position = new Position(following.number(), Segment.HEADER);
    }
  }

  /** The next entry of a segment that this process writes. */
  private byte @Nullable [] nextWritten(Segment segment, int from, int limit) {
    int at = from;
    while (at < limit) {
      for (int spins = 0; segment.length(at) == 0; spins++) {
        // Claimed, and about to be written by another thread.
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.parkNanos(100_000);
        }
      }
      byte[] entry = segment.entry(at, checker);
      at = segment.after(at);
      if (entry != null) {
        position = new Position(segment.number(), at);
        return entry;
      }
    }
    position = new Position(segment.number(), at);
    return null;
  }

  /**
   * The next entry of a segment that an earlier process left: whatever is no whole entry, such as
   * one that a killed thread had begun, is passed over.
   */
  private byte @Nullable [] nextLeft(Segment segment, int from) {
    int at = from;
    while (at < segment.capacity()) {
      byte[] entry = segment.entry(at, checker);
      if (entry != null) {
        position = new Position(segment.number(), segment.after(at));
        return entry;
      }
      at += Segment.FRAME;
    }
    position = new Position(segment.number(), segment.capacity());
    return null;
  }
}
