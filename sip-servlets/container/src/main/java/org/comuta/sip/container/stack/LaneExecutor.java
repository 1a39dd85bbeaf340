package org.comuta.sip.container.stack;

import gov.nist.javax.sip.ThreadAffinityIdentifier;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.comuta.sip.container.lane.LaneGroup;

/** Where JAIN-SIP hands work to other threads: it goes to the lane of the Call-ID it names. */
final class LaneExecutor extends AbstractExecutorService implements ScheduledExecutorService {

  private final LaneGroup lanes;

  LaneExecutor(LaneGroup lanes) {
    this.lanes = lanes;
  }

  @Override
  public void execute(Runnable task) {
    if (task instanceof ThreadAffinityIdentifier identified
        && identified.getThreadHash() instanceof String callId) {
      lanes.ofCallId(callId).execute(task);
    } else {
      lanes.currentOrNext().execute(task);
    }
  }

  /** The lanes are stopped by whoever started them. */
  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    throw noTimers();
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw noTimers();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw noTimers();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw noTimers();
  }

  private static UnsupportedOperationException noTimers() {
    return new UnsupportedOperationException("timers are LaneSipTimer's");
  }
}
