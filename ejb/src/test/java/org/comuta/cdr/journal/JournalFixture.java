package org.comuta.cdr.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.comuta.call.CallRecord;

/** A journal in a directory of a test, with small segments, and what is in it. */
public final class JournalFixture {
  public static final int SEGMENT = 1024 * 1024;
  public static final long LIMIT = 1_000_000;

  public final Path directory;

  /** Octets that the disk seems to have free. */
  public final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

  /** The time; stands still until it is set. */
  public volatile Instant now = Instant.parse("2026-11-21T20:00:00Z");

  public JournalFixture(Path directory) {
    this.directory = directory;
  }

  public Journal open() throws IOException {
    InstantSource clock = () -> now;
    return new Journal(new JournalSettings(directory, SEGMENT, 2, LIMIT, free::get, clock));
  }

  /** All records in the journal, in order. */
  public static List<CallRecord> records(Journal journal) {
    JournalReader reader = journal.read(Position.BEGINNING);
    List<CallRecord> records = new ArrayList<>();
    for (byte[] entry = reader.next(); entry != null; entry = reader.next()) {
      RecordEntries.record(entry).ifPresent(records::add);
    }
    return records;
  }
}
