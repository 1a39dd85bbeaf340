package org.comuta.media.ra;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.comuta.media.process.Holdings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One engine for all connections. It knows which connection holds which call: those of a closed
 * connection end unless another claims them in time, and what the engine holds without anybody here
 * knowing is ended too. Any thread; nothing here waits for the engine.
 */
final class SharedEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedEngine.class);

  private final MediaEngine engine;
  private final Holdings<Lease> holdings;
  private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
  private final AtomicLong recovered = new AtomicLong();

  /**
   * Claiming is exclusive, setting is not: a call set between the look at what is held and the
   * claim of it would be ended.
   */
  private final ReadWriteLock stock = new ReentrantReadWriteLock();

  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread recovery;

  /**
   * @param claimLimit how long calls of a closed connection live
   * @param nanoTime such as {@link System#nanoTime}
   */
  SharedEngine(MediaEngine engine, Duration claimLimit, LongSupplier nanoTime) {
    this.engine = engine;
    this.holdings = new Holdings<>(nanoTime, claimLimit);
    engine.listen(new EngineEvents());
  }

  /** Recovers by itself from now on, this often; to be called once. */
  void recoverEvery(Duration interval) {
    recovery =
        Thread.ofPlatform()
            .daemon()
            .name("comuta-media-recovery")
            .start(() -> recoverUntilClosed(interval));
  }

  private void recoverUntilClosed(Duration interval) {
    try {
      while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        recover();
      }
    } catch (InterruptedException e) {
      LOG.error("Allocations of media are recovered no more", e);
    }
  }

  /** For a new connection. */
  Lease open() {
    Lease lease = new Lease(this);
    leases.add(lease);
    return lease;
  }

  /** The connection was closed; its calls wait for their claim. */
  void close(Lease lease) {
    if (leases.remove(lease)) {
      int left = holdings.leave(lease);
      if (left > 0) {
        LOG.warn("A connection was closed with {} calls; they wait for their claim", left);
      }
    }
  }

  MediaEngine engine() {
    return engine;
  }

  /** Connections open now. */
  int connections() {
    return leases.size();
  }

  /** Calls held here, those of closed connections included. */
  int calls() {
    return holdings.all().size();
  }

  /** Calls of closed connections. */
  int orphans() {
    return holdings.orphans();
  }

  /** Calls ended because nobody claimed them in time. */
  long recovered() {
    return recovered.get();
  }

  CompletionStage<CallPorts> set(Lease lease, CallMedia media) {
    String callId = media.callId();
    CompletionStage<CallPorts> set;
    stock.readLock().lock();
    try {
      if (!holdings.setting(lease, callId)) {
        return heldByAnother();
      }
      set = engine.set(media);
    } finally {
      stock.readLock().unlock();
    }
    MediaTrace.set(media, set);
    set.whenComplete((ports, failure) -> holdings.set(callId, failure == null));
    return set;
  }

  CompletionStage<CallStatistics> end(Lease lease, String callId) {
    if (!holdings.ending(lease, callId)) {
      return heldByAnother();
    }
    CompletionStage<CallStatistics> end = engine.end(callId);
    MediaTrace.end(callId, end);
    return end;
  }

  /** The engine may hold calls of an earlier server that nobody here has heard of. */
  CompletionStage<Set<String>> claim(Lease lease, Collection<String> callIds) {
    Set<String> asked = new HashSet<>();
    CompletionStage<Set<String>> claim;
    stock.writeLock().lock();
    try {
      for (String callId : callIds) {
        if (holdings.setting(lease, callId)) {
          asked.add(callId);
        }
      }
      Holdings.Claimed mine = holdings.claim(lease, asked);
      recovered.addAndGet(mine.dropped().size());
      // What is not named here ends at the engine, what was dropped among it.
      claim = engine.claim(holdings.all());
      mine.silent().forEach((callId, sides) -> sides.forEach(side -> lease.silent(callId, side)));
    } finally {
      stock.writeLock().unlock();
    }
    return claim
        .whenComplete(
            (held, failure) ->
                asked.forEach(
                    callId -> holdings.set(callId, failure == null && held.contains(callId))))
        .thenApply(
            held -> {
              Set<String> mine = new HashSet<>(asked);
              mine.retainAll(held);
              return mine;
            });
  }

  /** Ends what nobody claimed in time, and what the engine holds but nobody here knows. */
  void recover() {
    try {
      List<String> expired = holdings.expired();
      for (String callId : expired) {
        LOG.warn("Call {} was left without its end: its media ends", callId);
        recovered.incrementAndGet();
        ignoreFailure(engine.end(callId));
      }
      claimWhatIsHeld();
    } catch (RuntimeException e) {
      // An exception would end the recovery for good.
      LOG.error("Allocations of media could not be recovered", e);
    }
  }

  private void claimWhatIsHeld() {
    stock.writeLock().lock();
    try {
      ignoreFailure(engine.claim(holdings.all()));
    } finally {
      stock.writeLock().unlock();
    }
  }

  /** Without an engine there is nothing to recover, and the next time comes. */
  private static void ignoreFailure(CompletionStage<?> stage) {
    stage.whenComplete(
        (result, failure) -> {
          if (failure != null) {
            LOG.debug("Nothing recovered", failure);
          }
        });
  }

  private static <T> CompletionStage<T> heldByAnother() {
    return CompletableFuture.failedFuture(
        new MediaException(Kind.INVALID, "another connection holds this call"));
  }

  /** Recovers no more: its thread is gone afterwards. The engine is not ours to close. */
  @Override
  public void close() {
    closed.countDown();
    Thread thread = recovery;
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    leases.clear();
  }

  private final class EngineEvents implements MediaListener {
    @Override
    public void silent(String callId, Side side) {
      MediaTrace.silent(callId, side);
      @Nullable Lease holder = holdings.silent(callId, side);
      if (holder != null) {
        holder.silent(callId, side);
      }
    }

    @Override
    public void engineLost() {
      MediaTrace.engine("lost");
      leases.forEach(Lease::engineLost);
    }

    /** The same engine as before holds our calls for nobody until they are claimed. */
    @Override
    public void engineBack() {
      MediaTrace.engine("back");
      if (calls() > 0) {
        claimWhatIsHeld();
      }
      leases.forEach(Lease::engineBack);
    }
  }
}
