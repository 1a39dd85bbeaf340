package org.comuta.call;

import java.time.Instant;

/**
 * Where calls are written down. A call that was {@link #opened} has exactly one record afterwards,
 * whatever happens to this process: {@link #ended} writes it, or the next start does, with cause
 * 41, unless the call goes on then ({@link org.comuta.call.answered.AnsweredCalls}).
 *
 * <p>Called on the lanes of the calls: never blocks, safe for use by several threads. What a method
 * wrote when it returns survives the death of the process; a power cut costs at most the last 100
 * ms.
 */
public interface CallLedger {
  /** False when a record might be lost, such as when the disk is nearly full: refuse new calls. */
  boolean accepting();

  /** Writes that this call exists. */
  void opened(String callId, long revision, IncomingCall incoming);

  /** Writes where an open call came from and was sent to, each time it changes. */
  void attempted(String callId, String originNap, String route, String destinationNap);

  /** Writes that an open call was answered. */
  void answered(String callId, Instant at);

  /** Writes the record and closes the call. */
  void ended(CallRecord record);
}
