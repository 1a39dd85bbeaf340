package org.comuta.sip.callcontrol.leg;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.call.MediaRecord;
import org.comuta.cause.Failure;
import org.comuta.edge.CallControl;
import org.comuta.nap.MediaMode;
import org.comuta.sip.callcontrol.media.LegFigures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls over SIP that live now. Any thread. */
public final class SipCalls implements CallControl {
  private static final Logger LOG = LoggerFactory.getLogger(SipCalls.class);

  private final ConcurrentHashMap<String, SipCall> calls = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, SipCall> unconfirmed = new ConcurrentHashMap<>();
  private final CountDownLatch empty = new CountDownLatch(1);
  private volatile boolean closed;

  /** Keeps a call until it ends, and remembers it until its sides have confirmed it. */
  public void add(SipCall call) {
    calls.put(call.id(), call);
    unconfirmed.put(call.id(), call);
    call.atEnd(() -> calls.remove(call.id()));
    call.atRest(
        () -> {
          unconfirmed.remove(call.id());
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

  @Override
  public CompletionStage<Optional<MediaRecord>> media(String callId) {
    SipCall call = calls.get(callId);
    if (call == null || call.call().view().mediaMode() != MediaMode.BRIDGE) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    return call.media()
        .statistics()
        .handle(
            (figures, failure) ->
                failure == null ? Optional.of(LegFigures.of(figures)) : Optional.empty());
  }

  /** The live call of this identity; null when there is none. */
  public @Nullable SipCall find(String callId) {
    return calls.get(callId);
  }

  /** A live, weakly consistent look at all calls. */
  public Collection<SipCall> live() {
    return Collections.unmodifiableCollection(calls.values());
  }

  /**
   * The oldest revision of the configuration that a call here uses, those included that ended and
   * that a side has not confirmed; {@link Long#MAX_VALUE} when there is no call.
   */
  public long oldestRevision() {
    return unconfirmed.values().stream()
        .mapToLong(call -> call.call().snapshot().revision())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /**
   * Takes no further call and ends those there are, each on its lane. Returns when all have ended
   * and their sides confirmed it, at the latest after this time.
   */
  public void close(Duration atMost) throws InterruptedException {
    closed = true;
    calls.values().forEach(call -> call.run(() -> call.fail(Failure.SHUTTING_DOWN)));
    tellEmpty();
    if (!empty.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("{} calls were not confirmed ended {} after the stop", unconfirmed.size(), atMost);
    }
  }

  private void tellEmpty() {
    if (closed && unconfirmed.isEmpty()) {
      empty.countDown();
    }
  }
}
