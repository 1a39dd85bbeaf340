package org.comuta.cdr.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.call.CallRecord;
import org.comuta.cdr.journal.Journal;
import org.comuta.cdr.journal.JournalReader;
import org.comuta.cdr.journal.Position;
import org.comuta.cdr.journal.RecordEntries;
import org.jspecify.annotations.Nullable;

/** Reads records from the journal and gives them to one sink. One thread at a time. */
final class SinkFeed {
  private static final int MOST_RECORDS = 500;

  /** Entries looked at for one batch, most of which are of other kinds. */
  private static final int MOST_ENTRIES = 20_000;

  private final RecordSink sink;
  private final JournalReader reader;
  private final List<CallRecord> batch = new ArrayList<>();
  private boolean unsettled;

  SinkFeed(Journal journal, RecordSink sink) {
    this.sink = sink;
    this.reader = journal.read(sink.position());
  }

  /** Gives the sink what is there; how many records it took. */
  int feed() throws Exception {
    if (batch.isEmpty()) {
      collect();
    }
    int count = batch.size();
    if (count > 0) {
      sink.write(List.copyOf(batch), reader.position());
      batch.clear();
      unsettled = true;
    }
    return count;
  }

  private void collect() {
    for (int entries = 0; entries < MOST_ENTRIES && batch.size() < MOST_RECORDS; entries++) {
      byte[] entry = reader.next();
      if (entry == null) {
        return;
      }
      RecordEntries.record(entry).ifPresent(batch::add);
    }
  }

  /** Makes what was taken stay for good; nothing happens while the sink refuses a batch. */
  void settle() throws Exception {
    boolean segmentDone = reader.position().segment() > sink.position().segment();
    if (batch.isEmpty() && (unsettled || segmentDone)) {
      sink.settle(reader.position());
      unsettled = false;
    }
  }

  /** Whether everything before this place was given to the sink. */
  boolean isPast(Position place) {
    return batch.isEmpty() && reader.position().compareTo(place) >= 0;
  }

  /** Everything before it was given to the sink, or is no record; call it after a feed. */
  Position taken() {
    return reader.position();
  }

  /** When the first record ended that the sink has not taken; null when there is none. */
  @Nullable Instant oldestWaiting() {
    return batch.isEmpty() ? null : batch.getFirst().endedAt();
  }
}
