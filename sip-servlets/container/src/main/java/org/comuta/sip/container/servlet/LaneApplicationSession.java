package org.comuta.sip.container.servlet;

import org.comuta.sip.container.Lane;
import org.comuta.sip.container.Lanes;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.SipApplicationSessionImpl;
import org.mobicents.servlet.sip.core.session.SipApplicationSessionKey;
import org.mobicents.servlet.sip.message.MobicentsSipApplicationSessionFacade;

/** An application session that knows the lane it was created on. */
final class LaneApplicationSession extends SipApplicationSessionImpl implements Lanes.OnLane {

  private final transient Lane lane;

  LaneApplicationSession(SipApplicationSessionKey key, SipContext context, Lane lane) {
    super(key, context);
    this.lane = lane;
  }

  @Override
  public Lane lane() {
    return lane;
  }

  @Override
  public MobicentsSipApplicationSession getFacade() {
    MobicentsSipApplicationSessionFacade known = facade;
    if (known == null) {
      known = new Facade(this, lane);
      facade = known;
    }
    return known;
  }

  /** What applications hold. */
  static final class Facade extends MobicentsSipApplicationSessionFacade implements Lanes.OnLane {

    private static final long serialVersionUID = 1L;

    private final transient Lane lane;

    Facade(MobicentsSipApplicationSession session, Lane lane) {
      super(session);
      this.lane = lane;
    }

    @Override
    public Lane lane() {
      return lane;
    }
  }
}
