package org.comuta.sip.container.servlet;

import org.comuta.sip.container.lane.LaneGroup;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SipApplicationSessionKey;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.core.session.SipStandardManagerDelegate;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** Makes and keeps the sessions of the application. */
final class LaneSessions extends SipStandardManagerDelegate {

  private final LaneGroup lanes;

  LaneSessions(LaneGroup lanes) {
    this.lanes = lanes;
  }

  @Override
  protected MobicentsSipSession getNewMobicentsSipSession(
      SipSessionKey key, SipFactoryImpl factory, MobicentsSipApplicationSession application) {
    return new LaneSession(key, factory, application);
  }

  @Override
  protected MobicentsSipApplicationSession getNewMobicentsSipApplicationSession(
      SipApplicationSessionKey key, SipContext context) {
    return new LaneApplicationSession(key, context, lanes.currentOrNext());
  }
}
