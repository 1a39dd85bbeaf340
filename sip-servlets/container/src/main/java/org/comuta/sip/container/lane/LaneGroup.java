package org.comuta.sip.container.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.Lanes;

/** The lanes and the threads that carry them. */
public final class LaneGroup implements Lanes {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final ClassLoader application;
  private final LaneThread[] threads;
  private final LaneImpl[] lanes = new LaneImpl[COUNT];
  private final CallIds callIds = new CallIds();
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * Lanes on this many threads.
   *
   * @param queueLimit messages that may wait on one thread
   * @param application class loader the application's code expects on its threads
   */
  public LaneGroup(int threadCount, int queueLimit, ClassLoader application) {
    this.application = application;
    threads = new LaneThread[threadCount];
    for (int i = 0; i < threadCount; i++) {
      threads[i] = new LaneThread(i);
      threads[i].setContextClassLoader(application);
    }
    for (int i = 0; i < COUNT; i++) {
      lanes[i] = new LaneImpl(i, threads[i % threadCount], queueLimit);
    }
  }

  /** A thread, not yet started, that brings lanes work and may carry them meanwhile. */
  public CarrierThread visitor(Runnable work, String name) {
    CarrierThread thread = new CarrierThread(work, name);
    thread.setContextClassLoader(application);
    return thread;
  }

  /**
   * Runs what is queued on the lanes whose own thread rests, and what comes meanwhile; the other
   * threads do so themselves.
   *
   * @param here the calling thread, which has nothing else to do
   */
  public void visit(CarrierThread here) {
    for (LaneThread thread : threads) {
      thread.visit(here);
    }
  }

  /** Has the lanes' own threads run what is queued. */
  public void wake() {
    for (LaneThread thread : threads) {
      thread.wake();
    }
  }

  public void start() {
    for (LaneThread thread : threads) {
      thread.start();
    }
  }

  /** Forgets all timers, so that none fires while what it works with is being taken down. */
  public void endTimers() {
    for (LaneThread thread : threads) {
      thread.endTimers();
    }
  }

  /** Lets what is queued run, and ends the threads. Waits at most a few seconds. */
  public void stop() throws InterruptedException {
    for (LaneThread thread : threads) {
      thread.stopWhenEmpty();
    }
    for (LaneThread thread : threads) {
      thread.join(STOP_LIMIT);
    }
  }

  public LaneImpl lane(int number) {
    return lanes[number];
  }

  @Override
  public LaneImpl ofCallId(String callId) {
    return lanes[CallIds.laneOf(callId)];
  }

  @Override
  public LaneImpl next() {
    return lanes[turn.getAndIncrement() & (COUNT - 1)];
  }

  /** The lane the calling code runs on, or the next in turn when it runs on none. */
  public LaneImpl currentOrNext() {
    return Lane.current() instanceof LaneImpl lane ? lane : next();
  }

  /** A new Call-ID whose messages come to the lane the calling code runs on. */
  public String newCallId() {
    return callIds.generate(currentOrNext());
  }

  /** Whether messages wait too long at present, on any thread. */
  public boolean isCongested() {
    for (LaneThread thread : threads) {
      if (thread.isCongested()) {
        return true;
      }
    }
    return false;
  }

  /** How much waits on each thread. */
  public List<Integer> waiting() {
    List<Integer> lengths = new ArrayList<>(threads.length);
    for (LaneThread thread : threads) {
      lengths.add(thread.waiting());
    }
    return lengths;
  }
}
