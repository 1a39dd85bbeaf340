package org.comuta.cdr.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.comuta.call.CallRecord;
import org.comuta.cdr.journal.Position;

/**
 * A place that records are brought to from the journal, each exactly once, in order. Used by one
 * thread at a time, but {@link #name} and {@link #position} are for any thread.
 */
public interface RecordSink extends AutoCloseable {
  /** For people. */
  String name();

  /** Everything before it is here for good, even when the power fails now. */
  Position position();

  /** How long records may gather before they are taken together. */
  Duration gathering();

  /**
   * Takes these records, all or none.
   *
   * @param upTo place in the journal after the last of them
   * @throws Exception when none was taken, or it is not known; the same records come again
   */
  void write(List<CallRecord> records, Position upTo) throws Exception;

  /**
   * Makes everything up to this place stay for good, so that {@link #position} tells it; called now
   * and then.
   *
   * @param upTo not before any place that {@link #write} was called with
   */
  void settle(Position upTo) throws Exception;

  @Override
  void close() throws IOException;
}
