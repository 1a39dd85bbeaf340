package org.comuta.media.engine.relay;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A relay thread: it owns its calls and their sockets, takes orders from a queue, and passes
 * packets on as they come. How it reaches the network is its subclass's.
 */
public abstract class RelayLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);

  static final int TICK_MILLIS = 100;
  private static final long TICK = TICK_MILLIS * 1_000_000L;
  private static final int CONTROL_ROOM = 256;

  // Shared, for the thread that makes a loop is not the one that runs it.
  final Arena arena = Arena.ofShared();

  /** One datagram, and after it what the system calls want beside it. */
  final MemorySegment packet = arena.allocate(PacketRelay.LARGEST + CONTROL_ROOM, 64);

  final Counters counters = new Counters();
  final PacketRelay relay = new PacketRelay(packet, counters);
  final Settings settings;
  final Shared shared;

  private final Thread thread;
  private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile boolean ending;
  private volatile boolean ended;
  private boolean released;
  private long lastTick = System.nanoTime();
  private @Nullable CallTable calls;

  /**
   * What relay threads are made with; times in nanoseconds.
   *
   * @param receiveBuffer octets
   */
  public record Settings(long relearnAfter, long orphanLimit, long gathering, int receiveBuffer) {}

  /**
   * Something to be done on the thread.
   *
   * @param work gets the thread's calls
   * @param refused told instead when the thread has ended
   */
  private record Order(Consumer<CallTable> work, Runnable refused) {}

  RelayLoop(String name, Settings settings, Shared shared) {
    this.settings = settings;
    this.shared = shared;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /** Begins; the subclass is whole by then. */
  public final void start() {
    thread.start();
  }

  /** Has something done on the thread; any thread, at once. */
  public final void order(Consumer<CallTable> work, Runnable refused) {
    orders.add(new Order(work, refused));
    if (ended) {
      refuseOrders();
    } else if (woken.compareAndSet(false, true)) {
      wakeUnlessReleased();
    }
  }

  private void wakeUnlessReleased() {
    // What wakes the thread must not be touched once it is given back: its number may be another's.
    synchronized (woken) {
      if (!released) {
        wake();
      }
    }
  }

  public final Counters counters() {
    return counters;
  }

  public final Thread thread() {
    return thread;
  }

  private void run() {
    CallTable table =
        new CallTable(shared, sockets(), counters, settings.relearnAfter(), settings.orphanLimit());
    calls = table;
    try {
      while (!ending) {
        try {
          pass();
        } catch (RuntimeException e) {
          Counters.add(counters.faults, 1);
          LOG.error("A relay thread goes on after an error", e);
        }
      }
    } catch (Throwable e) {
      LOG.error("A relay thread ends", e);
      throw e;
    } finally {
      table.closeAll();
      ended = true;
      refuseOrders();
      synchronized (woken) {
        released = true;
        release();
      }
      arena.close();
    }
  }

  /** One round: waits until something is there, and does all of it. */
  abstract void pass();

  abstract Sockets sockets();

  /** Ends the wait of {@link #pass}; any thread. */
  abstract void wake();

  /** Gives back what the subclass holds. */
  abstract void release();

  /** Carries out the orders there are; once a round. */
  final void obey() {
    // Reset first: an order that comes from here on wakes the thread again.
    woken.set(false);
    CallTable table = calls;
    for (Order order = orders.poll(); order != null && table != null; order = orders.poll()) {
      try {
        order.work().accept(table);
      } catch (RuntimeException e) {
        Counters.add(counters.faults, 1);
        LOG.error("An order to a relay thread failed", e);
      }
    }
  }

  final boolean hasOrders() {
    return woken.getPlain();
  }

  /** Does what time brings, when it is time. */
  final void keepTime(long now) {
    if (now - lastTick >= TICK && calls != null) {
      lastTick = now;
      calls.tick(now);
    }
  }

  private void refuseOrders() {
    for (Order order = orders.poll(); order != null; order = orders.poll()) {
      order.refused().run();
    }
  }

  /** Ends the thread and all its calls, and waits until that is done. */
  @Override
  public final void close() {
    ending = true;
    wakeUnlessReleased();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
