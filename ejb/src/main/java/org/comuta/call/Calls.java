package org.comuta.call;

import java.util.concurrent.atomic.LongAdder;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.call.answered.CallSoFar;
import org.comuta.event.CallChanged.Change;
import org.comuta.event.Events;
import org.comuta.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where calls begin and end. Beginning never fails. Safe for use by any thread. */
public final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
  private final CallLedger ledger;
  private final AnsweredCalls answeredCalls;
  private final Events events;
  private final CallObserver observer;
  private final LiveCalls live = new LiveCalls();
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder answered = new LongAdder();

  /** Calls that do not outlive this process. */
  public Calls(CallLedger ledger) {
    this(ledger, AnsweredCalls.NONE);
  }

  /** Calls that nobody observes and of which nobody is told. */
  public Calls(CallLedger ledger, AnsweredCalls answeredCalls) {
    this(ledger, answeredCalls, CallObserver.NONE, Events.NONE);
  }

  /**
   * @param observer counts what happens to calls
   * @param events told of all that happens to calls
   */
  public Calls(
      CallLedger ledger, AnsweredCalls answeredCalls, CallObserver observer, Events events) {
    this.ledger = ledger;
    this.answeredCalls = answeredCalls;
    this.observer = observer;
    this.events = events;
  }

  /** A new call, live and written down; it ends in exactly one record. */
  public Call begin(IncomingCall incoming, Snapshot snapshot) {
    String id = CallIds.next(incoming.receivedAt().toEpochMilli());
    Call call = new Call(id, incoming, snapshot, this);
    ledger.opened(id, snapshot.revision(), incoming);
    live.add(call);
    begun.increment();
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "Call {} from {}: {} calls {}",
          id,
          incoming.source(),
          incoming.callingNumber(),
          incoming.calledNumber());
    }
    observer.begun(call);
    events.publish(CallEvents.begun(call.view(), incoming));
    return call;
  }

  /** Goes on with an answered call of an earlier process, which wrote it down when it began. */
  public Call resume(CallSoFar soFar, Snapshot snapshot) {
    Call call = new Call(soFar, snapshot, this);
    live.add(call);
    begun.increment();
    LOG.debug("Call {} of an earlier process goes on", call.id());
    observer.resumed(call);
    events.publish(CallEvents.changed(call.view(), Change.RESUMED, Party.EXCHANGE, null));
    return call;
  }

  void ended(Call call, CallRecord record) {
    ledger.ended(record);
    live.remove(call);
    ended.increment();
    LOG.debug("Call {} has ended: {}", call.id(), record.originRelease());
    if (record.answeredAt() != null) {
      answered.increment();
    }
    observer.ended(call, record);
    events.publish(CallEvents.ended(record));
  }

  CallObserver observer() {
    return observer;
  }

  public LiveCalls live() {
    return live;
  }

  public CallLedger ledger() {
    return ledger;
  }

  /** Who is told of what happens to calls. */
  Events events() {
    return events;
  }

  /** Where answered calls are kept, so that they outlive this process. */
  public AnsweredCalls answeredCalls() {
    return answeredCalls;
  }

  /** Calls begun since the start, with those of an earlier process that went on. */
  public long begun() {
    return begun.sum();
  }

  /** Calls ended since the start. */
  public long ended() {
    return ended.sum();
  }

  /** Ended calls that had been answered, since the start. */
  public long answered() {
    return answered.sum();
  }
}
