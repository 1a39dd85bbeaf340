package org.comuta.cdr.journal;

import java.util.Optional;
import org.comuta.call.CallRecord;
import org.comuta.octets.MalformedOctetsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the records among the entries of the journal. Any thread. */
public final class RecordEntries {
  private static final Logger LOG = LoggerFactory.getLogger(RecordEntries.class);

  private RecordEntries() {}

  /** The record in this entry; empty for an entry of another kind. */
  public static Optional<CallRecord> record(byte[] entry) {
    try {
      return EntryDecoding.type(entry) == EntryType.ENDED
              && EntryDecoding.decode(entry) instanceof Entry.Ended(CallRecord record)
          ? Optional.of(record)
          : Optional.empty();
    } catch (MalformedOctetsException e) {
      LOG.error("ALARM: an entry of the journal cannot be read and gives no record", e);
      return Optional.empty();
    }
  }
}
