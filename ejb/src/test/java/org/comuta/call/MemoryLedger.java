package org.comuta.call;

import java.time.Instant;
import java.util.List;

/** A ledger that takes every call and keeps the records of those that ended. */
public record MemoryLedger(List<CallRecord> records) implements CallLedger {
  @Override
  public boolean accepting() {
    return true;
  }

  @Override
  public void opened(String callId, long revision, IncomingCall incoming) {}

  @Override
  public void attempted(String callId, String originNap, String route, String destinationNap) {}

  @Override
  public void answered(String callId, Instant at) {}

  @Override
  public void ended(CallRecord record) {
    records.add(record);
  }
}
