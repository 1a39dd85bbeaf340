package org.comuta.sip.container.servlet;

import java.util.concurrent.TimeUnit;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.lane.LaneImpl;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.timers.DefaultSasTimerTask;
import org.mobicents.servlet.sip.core.timers.SipApplicationSessionTimerService;
import org.mobicents.servlet.sip.core.timers.SipApplicationSessionTimerTask;

/** Ends application sessions whose {@code setExpires} has passed, on their own lane. */
final class LaneSessionExpiry implements SipApplicationSessionTimerService {

  @Override
  public SipApplicationSessionTimerTask createSipApplicationSessionTimerTask(
      MobicentsSipApplicationSession session) {
    return new Expiry(session);
  }

  @Override
  public SipApplicationSessionTimerTask schedule(
      SipApplicationSessionTimerTask task, long delay, TimeUnit unit) {
    Expiry expiry = (Expiry) task;
    LaneImpl lane = (LaneImpl) Lanes.of(expiry.getSipApplicationSession());
    expiry.armed = lane.schedule(unit.toMillis(delay), expiry);
    return task;
  }

  @Override
  public boolean cancel(SipApplicationSessionTimerTask task) {
    Lane.Cancellable armed = ((Expiry) task).armed;
    return armed != null && armed.cancel();
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public boolean isStarted() {
    return true;
  }

  private static final class Expiry extends DefaultSasTimerTask {

    private volatile Lane.@Nullable Cancellable armed;

    Expiry(MobicentsSipApplicationSession session) {
      super(session);
    }
  }
}
