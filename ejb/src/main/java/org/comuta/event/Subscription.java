package org.comuta.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A queue of events for one listener. Whoever tells an event puts it in without a lock; when the
 * queue is full the event is dropped for this listener and counted. One thread takes them out.
 */
public final class Subscription implements AutoCloseable {
  /**
   * So long a taker waits for more after the first event, in nanoseconds: nobody has to wake it
   * meanwhile, and hundreds of calls a second cost few switches between threads.
   */
  private static final long GATHERING = 20_000_000;

  private final ConcurrentLinkedQueue<Event> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder dropped = new LongAdder();
  private final String name;
  private final int capacity;
  private final Predicate<EventContent> wanted;
  private final EventHub hub;
  private volatile @Nullable Thread sleeper;
  private volatile boolean closed;

  Subscription(String name, int capacity, Predicate<EventContent> wanted, EventHub hub) {
    this.name = name;
    this.capacity = capacity;
    this.wanted = wanted;
    this.hub = hub;
  }

  /** Whose it is; several may share a name. */
  public String name() {
    return name;
  }

  boolean wants(EventContent content) {
    return wanted.test(content);
  }

  /** False when it is full. */
  boolean offer(Event event) {
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      dropped.increment();
      return false;
    }
    queue.add(event);
    Thread asleep = sleeper;
    if (asleep != null) {
      LockSupport.unpark(asleep);
    }
    return true;
  }

  /** Events that wait to be taken. */
  public int waiting() {
    return waiting.get();
  }

  /** Events dropped because it was full, since it began. */
  public long dropped() {
    return dropped.sum();
  }

  public boolean isClosed() {
    return closed;
  }

  /**
   * The next events, in their order: as many as there are, but no more than asked for. Waits for
   * the first one, and a moment for those after it; empty when none came in time, or it was closed.
   */
  public List<Event> take(int most, Duration patience) {
    List<Event> taken = new ArrayList<>();
    Event first = queue.poll();
    if (first == null) {
      first = awaitFirst(System.nanoTime() + patience.toNanos());
      if (first != null && most > 1) {
        LockSupport.parkNanos(this, GATHERING);
      }
    }
    for (Event next = first; next != null; next = queue.poll()) {
      waiting.decrementAndGet();
      taken.add(next);
      if (taken.size() >= most) {
        break;
      }
    }
    return taken;
  }

  private @Nullable Event awaitFirst(long until) {
    sleeper = Thread.currentThread();
    try {
      while (true) {
        // Asked after saying that we sleep, so that nothing is missed.
        Event first = queue.poll();
        long left = until - System.nanoTime();
        if (first != null || closed || left <= 0 || Thread.currentThread().isInterrupted()) {
          return first;
        }
        LockSupport.parkNanos(this, left);
      }
    } finally {
      sleeper = null;
    }
  }

  /** Takes no more events; those that wait can still be taken. */
  @Override
  public void close() {
    closed = true;
    hub.remove(this);
    Thread asleep = sleeper;
    if (asleep != null) {
      LockSupport.unpark(asleep);
    }
  }
}
