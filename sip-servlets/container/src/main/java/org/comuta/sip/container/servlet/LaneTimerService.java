package org.comuta.sip.container.servlet;

import java.io.Serializable;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.TimerListener;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.lane.LaneImpl;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.timers.SipServletTimerService;

/** The timer service of JSR 289, on the lane of the session each timer belongs to. */
final class LaneTimerService implements SipServletTimerService {

  private static final long serialVersionUID = 1L;

  @Override
  public ServletTimer createTimer(
      SipApplicationSession session, long delay, boolean persistent, @Nullable Serializable info) {
    return create(session, delay, 0, false, info);
  }

  @Override
  public ServletTimer createTimer(
      SipApplicationSession session,
      long delay,
      long period,
      boolean fixedDelay,
      boolean persistent,
      @Nullable Serializable info) {
    if (period < 1) {
      throw new IllegalArgumentException("the period must be positive");
    }
    return create(session, delay, period, fixedDelay, info);
  }

  private static ServletTimer create(
      SipApplicationSession session,
      long delay,
      long period,
      boolean fixedDelay,
      @Nullable Serializable info) {
    if (!session.isValid()) {
      throw new IllegalStateException("the application session has been invalidated");
    }
    MobicentsSipApplicationSession known = (MobicentsSipApplicationSession) session;
    TimerListener listener = known.getSipContext().getListeners().getTimerListener();
    if (listener == null) {
      throw new IllegalStateException("the application has no TimerListener");
    }
    LaneServletTimer timer =
        new LaneServletTimer(
            (LaneImpl) Lanes.of(session), known, listener, delay, period, fixedDelay, info);
    known.addServletTimer(timer);
    timer.start();
    return timer;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public boolean isStarted() {
    return true;
  }
}
