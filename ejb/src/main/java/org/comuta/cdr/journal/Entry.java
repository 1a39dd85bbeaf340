package org.comuta.cdr.journal;

import java.time.Instant;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;

/** One entry of the journal, decoded. */
public sealed interface Entry {
  /** A call exists. */
  record Opened(String callId, long revision, IncomingCall incoming) implements Entry {}

  /** An open call was sent somewhere. */
  record Attempted(String callId, Instant at, String originNap, String route, String destinationNap)
      implements Entry {}

  /** An open call was answered. */
  record Answered(String callId, Instant at) implements Entry {}

  /** A call ended. */
  record Ended(CallRecord record) implements Entry {}

  /** The process lived at this moment. */
  record Heartbeat(Instant at) implements Entry {}
}
