package org.comuta.sip.callcontrol.scenario;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.comuta.call.CallLedger;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;

/** Keeps records in memory, and that each open call ends once. */
final class MemoryLedger implements CallLedger {
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
  private final BlockingQueue<CallRecord> records = new LinkedBlockingQueue<>();
  volatile boolean accepting = true;

  /** Throws when a call goes to this NAP, as no ledger should. */
  volatile String failsFor = "";

  @Override
  public boolean accepting() {
    return accepting;
  }

  @Override
  public void opened(String callId, long revision, IncomingCall incoming) {
    open.add(callId);
  }

  @Override
  public void attempted(String callId, String originNap, String route, String destinationNap) {
    require(callId);
    if (destinationNap.equals(failsFor)) {
      throw new IllegalStateException("told to fail for " + destinationNap);
    }
  }

  @Override
  public void answered(String callId, Instant at) {
    require(callId);
    answered.add(callId);
  }

  @Override
  public void ended(CallRecord record) {
    require(record.callId());
    open.remove(record.callId());
    records.add(record);
  }

  /** The next record, as soon as it is written. */
  CallRecord next() throws InterruptedException {
    CallRecord record = records.poll(60, TimeUnit.SECONDS);
    if (record == null) {
      throw new AssertionError("no record; open calls: " + open);
    }
    return record;
  }

  /** The next call that is answered, as soon as it is. */
  String nextAnswered() throws InterruptedException {
    String callId = answered.poll(60, TimeUnit.SECONDS);
    if (callId == null) {
      throw new AssertionError("no answer; open calls: " + open);
    }
    return callId;
  }

  /** Records written and not yet taken. */
  int waiting() {
    return records.size();
  }

  int open() {
    return open.size();
  }

  /** Forgets everything, so that one failed test does not fail the next. */
  void forget() {
    open.clear();
    answered.clear();
    records.clear();
  }

  private void require(String callId) {
    if (!open.contains(callId)) {
      throw new IllegalStateException("call " + callId + " is not open");
    }
  }
}
