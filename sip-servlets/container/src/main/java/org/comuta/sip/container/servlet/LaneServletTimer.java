package org.comuta.sip.container.servlet;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.TimerListener;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.lane.LaneImpl;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.timers.MobicentsServletTimer;

/** One timer of an application session. Late for a session that is gone, it does nothing. */
final class LaneServletTimer implements MobicentsServletTimer {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final String id = Long.toString(NUMBERS.incrementAndGet(), Character.MAX_RADIX);
  private final LaneImpl lane;
  private final MobicentsSipApplicationSession session;
  private final TimerListener listener;
  private final long period;
  private final boolean fixedDelay;
  private final @Nullable Serializable info;
  private volatile long due;
  private volatile boolean cancelled;
  private volatile Lane.@Nullable Cancellable armed;

  LaneServletTimer(
      LaneImpl lane,
      MobicentsSipApplicationSession session,
      TimerListener listener,
      long delay,
      long period,
      boolean fixedDelay,
      @Nullable Serializable info) {
    this.lane = lane;
    this.session = session;
    this.listener = listener;
    this.period = period;
    this.fixedDelay = fixedDelay;
    this.info = info;
    this.due = System.currentTimeMillis() + delay;
  }

  void start() {
    if (!cancelled) {
      armed = lane.schedule(getTimeRemaining(), this::expire);
    }
  }

  private void expire() {
    if (cancelled || !session.isValidInternal()) {
      return;
    }
    try {
      listener.timeout(this);
    } finally {
      if (period > 0) {
        due = (fixedDelay ? System.currentTimeMillis() : due) + period;
        start();
      } else {
        end(true);
      }
    }
  }

  @Override
  public void cancel() {
    end(true);
  }

  @Override
  public void cancel(boolean mayInterrupt, boolean updateReadyToInvalidate) {
    end(updateReadyToInvalidate);
  }

  private void end(boolean updateReadyToInvalidate) {
    cancelled = true;
    Lane.Cancellable pending = armed;
    if (pending != null) {
      pending.cancel();
      armed = null;
    }
    if (session.isValidInternal()) {
      session.removeServletTimer(this, updateReadyToInvalidate);
    }
  }

  @Override
  public SipApplicationSession getApplicationSession() {
    return session.getFacade();
  }

  @Override
  public @Nullable Serializable getInfo() {
    return info;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public long scheduledExecutionTime() {
    return due;
  }

  @Override
  public long getTimeRemaining() {
    return due - System.currentTimeMillis();
  }
}
