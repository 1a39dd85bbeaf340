package org.comuta.cdr.journal;

import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.comuta.call.CallLedger;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.cause.Failure;
import org.comuta.octets.OctetWriter;

/** Writes calls down in the journal. Any thread, no lock, no system call, no allocation. */
public final class JournalLedger implements CallLedger {
  private final Journal journal;
  private final LongAdder opened = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder unwritten = new LongAdder();

  public JournalLedger(Journal journal) {
    this.journal = journal;
    journal.reserveFor(this::open);
  }

  @Override
  public boolean accepting() {
    boolean accepting = journal.isAccepting();
    if (!accepting) {
      refused.increment();
    }
    return accepting;
  }

  @Override
  public void opened(String callId, long revision, IncomingCall incoming) {
    opened.increment();
    if (journal.isScarce()) {
      // It will be refused; what room is left belongs to the calls in progress.
      return;
    }
    OctetWriter writer = journal.takeWriter();
    EntryEncoding.opened(writer, callId, revision, incoming);
    append(writer);
  }

  @Override
  public void attempted(String callId, String originNap, String route, String destinationNap) {
    OctetWriter writer = journal.takeWriter();
    Instant now = journal.settings().clock().instant();
    EntryEncoding.attempted(writer, callId, now, originNap, route, destinationNap);
    append(writer);
  }

  @Override
  public void answered(String callId, Instant at) {
    OctetWriter writer = journal.takeWriter();
    EntryEncoding.answered(writer, callId, at);
    append(writer);
  }

  @Override
  public void ended(CallRecord record) {
    ended.increment();
    if (record.originRelease().failure() == Failure.RECORDS_UNAVAILABLE && journal.isScarce()) {
      unwritten.increment();
      return;
    }
    OctetWriter writer = journal.takeWriter();
    EntryEncoding.ended(writer, record);
    append(writer);
  }

  /** So many calls of an earlier process go on. */
  public void resumed(int calls) {
    opened.add(calls);
  }

  private void append(OctetWriter writer) {
    try {
      journal.append(writer);
    } finally {
      journal.giveBack(writer);
    }
  }

  private long open() {
    return Math.max(0, opened.sum() - ended.sum());
  }

  /** How often a new call was refused for want of room. */
  public long refused() {
    return refused.sum();
  }

  /**
   * Calls refused for want of room whose records were not written either, because the disk was full
   * but for the room of the calls in progress.
   */
  public long unwritten() {
    return unwritten.sum();
  }

  /** Records since the start. */
  public long ended() {
    return ended.sum();
  }
}
