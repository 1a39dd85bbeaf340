package org.comuta.sip.container.stack;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.util.Properties;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.lane.LaneImpl;
import org.jspecify.annotations.Nullable;

/** JAIN-SIP's timers, on the lane of the call they belong to. Made by the stack, by its name. */
public final class LaneSipTimer implements SipTimer {

  private volatile @Nullable LaneGroup lanes;

  @Override
  public void start(SipStackImpl stack, Properties properties) {
    lanes = ((LaneSipStack) stack).lanes();
  }

  @Override
  public void stop() {
    lanes = null;
  }

  @Override
  public boolean isStarted() {
    return lanes != null;
  }

  @Override
  public boolean schedule(SIPStackTimerTask task, long delayMillis) {
    LaneImpl lane = laneOf(task);
    if (lane == null) {
      return false;
    }
    task.setSipTimerTask(lane.schedule(delayMillis, task::runTask));
    return true;
  }

  @Override
  public boolean scheduleWithFixedDelay(
      SIPStackTimerTask task, long delayMillis, long periodMillis) {
    LaneImpl lane = laneOf(task);
    if (lane == null) {
      return false;
    }
    task.setSipTimerTask(lane.scheduleRepeatedly(delayMillis, periodMillis, task::runTask));
    return true;
  }

  @Override
  public boolean cancel(SIPStackTimerTask task) {
    if (task.getSipTimerTask() instanceof Lane.Cancellable timer) {
      task.cleanUpBeforeCancel();
      task.setSipTimerTask(null);
      return timer.cancel();
    }
    return false;
  }

  private @Nullable LaneImpl laneOf(SIPStackTimerTask task) {
    LaneGroup running = lanes;
    if (running == null) {
      return null;
    }
    if (Lane.current() instanceof LaneImpl current) {
      return current;
    }
    return task.getThreadHash() instanceof String callId
        ? running.ofCallId(callId)
        : running.next();
  }
}
