package org.comuta.sip.callcontrol.leg;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.cause.Failure;
import org.comuta.edge.CallControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls over SIP that live now. Any thread. */
public final class SipCalls implements CallControl {
  private static final Logger LOG = LoggerFactory.getLogger(SipCalls.class);

  private final ConcurrentHashMap<String, SipCall> calls = new ConcurrentHashMap<>();
  private final CountDownLatch empty = new CountDownLatch(1);
  private volatile boolean closed;

  /** Keeps a call until it ends; on its lane. */
  public void add(SipCall call) {
    calls.put(call.id(), call);
    call.atEnd(
        () -> {
          calls.remove(call.id());
          tellEmpty();
        });
  }

  /** Whether no further call is taken. */
  public boolean closed() {
    return closed;
  }

  @Override
  public boolean hangUp(String callId) {
    SipCall call = calls.get(callId);
    if (call == null) {
      return false;
    }
    call.run(() -> call.fail(Failure.ENDED_BY_ADMINISTRATOR));
    return true;
  }

  /**
   * Takes no further call and ends those there are, each on its lane. Returns when all have ended,
   * at the latest after this time.
   */
  public void close(Duration atMost) throws InterruptedException {
    closed = true;
    calls.values().forEach(call -> call.run(() -> call.fail(Failure.SHUTTING_DOWN)));
    tellEmpty();
    if (!empty.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("{} calls had not ended {} after the stop", calls.size(), atMost);
    }
  }

  private void tellEmpty() {
    if (closed && calls.isEmpty()) {
      empty.countDown();
    }
  }
}
