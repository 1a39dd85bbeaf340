package org.comuta.sip.container.servlet;

import java.util.Map;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.lane.LaneGroup;
import org.mobicents.servlet.sip.core.timers.ProxyTimerService;

/** Time limits of proxy branches, on the lane that sends to the branch. */
final class LaneProxyTimers implements ProxyTimerService {

  private final LaneGroup lanes;
  private final Map<TimerTask, Lane.Cancellable> armed = new ConcurrentHashMap<>();

  LaneProxyTimers(LaneGroup lanes) {
    this.lanes = lanes;
  }

  @Override
  public void schedule(TimerTask task, long delay) {
    armed.put(
        task,
        lanes
            .currentOrNext()
            .schedule(
                delay,
                () -> {
                  armed.remove(task);
                  task.run();
                }));
  }

  @Override
  public void cancel(TimerTask task) {
    Lane.Cancellable pending = armed.remove(task);
    if (pending != null) {
      pending.cancel();
    }
    task.cancel();
  }

  @Override
  public void start() {}

  @Override
  public void stop() {
    armed.clear();
  }

  @Override
  public boolean isStarted() {
    return true;
  }
}
