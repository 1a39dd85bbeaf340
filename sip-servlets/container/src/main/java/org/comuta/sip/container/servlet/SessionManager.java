package org.comuta.sip.container.servlet;

import jakarta.servlet.http.HttpSession;
import java.util.Iterator;
import org.comuta.sip.container.lane.LaneGroup;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.MobicentsSipFactory;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.SipManager;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSessionKey;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSessionKey;
import org.mobicents.servlet.sip.core.session.SipApplicationSessionKey;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** Restcomm's view of {@link LaneSessions}. Its many statistics are of no use here and stay 0. */
final class SessionManager implements SipManager {

  private final LaneSessions sessions;

  SessionManager(LaneGroup lanes, SipContext context) {
    sessions = new LaneSessions(lanes);
    sessions.setContainer(context);
  }

  @Override
  public @Nullable MobicentsSipSession removeSipSession(MobicentsSipSessionKey key) {
    return sessions.removeSipSession(key);
  }

  @Override
  public @Nullable MobicentsSipApplicationSession removeSipApplicationSession(
      MobicentsSipApplicationSessionKey key) {
    return sessions.removeSipApplicationSession(key);
  }

  @Override
  public @Nullable MobicentsSipApplicationSession getSipApplicationSession(
      MobicentsSipApplicationSessionKey key, boolean create) {
    return sessions.getSipApplicationSession((SipApplicationSessionKey) key, create);
  }

  @Override
  public @Nullable MobicentsSipSession getSipSession(
      MobicentsSipSessionKey key,
      boolean create,
      MobicentsSipFactory factory,
      MobicentsSipApplicationSession application) {
    return sessions.getSipSession(
        (SipSessionKey) key, create, (SipFactoryImpl) factory, application);
  }

  @Override
  public @Nullable MobicentsSipApplicationSession findSipApplicationSession(HttpSession session) {
    return sessions.findSipApplicationSession(session);
  }

  @Override
  public @Nullable Object findSession(String id) {
    return null;
  }

  @Override
  public void removeAllSessions() {
    sessions.removeAllSessions();
  }

  @Override
  public void setMobicentsSipFactory(MobicentsSipFactory factory) {
    sessions.setSipFactoryImpl((SipFactoryImpl) factory);
  }

  @Override
  public MobicentsSipFactory getMobicentsSipFactory() {
    return sessions.getSipFactoryImpl();
  }

  @Override
  public Iterator<MobicentsSipSession> getAllSipSessions() {
    return sessions.getAllSipSessions();
  }

  @Override
  public Iterator<MobicentsSipApplicationSession> getAllSipApplicationSessions() {
    return sessions.getAllSipApplicationSessions();
  }

  @Override
  public int getActiveSipSessions() {
    return sessions.getNumberOfSipSessions();
  }

  @Override
  public int getActiveSipApplicationSessions() {
    return sessions.getNumberOfSipApplicationSessions();
  }

  @Override
  public void dumpSipSessions() {}

  @Override
  public void dumpSipApplicationSessions() {}

  @Override
  public int getMaxActiveSipSessions() {
    return -1;
  }

  @Override
  public void setMaxActiveSipSessions(int max) {}

  @Override
  public int getMaxActiveSipApplicationSessions() {
    return -1;
  }

  @Override
  public void setMaxActiveSipApplicationSessions(int max) {}

  @Override
  public int getRejectedSipSessions() {
    return 0;
  }

  @Override
  public void setRejectedSipSessions(int rejected) {}

  @Override
  public int getRejectedSipApplicationSessions() {
    return 0;
  }

  @Override
  public void setRejectedSipApplicationSessions(int rejected) {}

  @Override
  public void setSipSessionCounter(int counter) {}

  @Override
  public int getSipSessionCounter() {
    return 0;
  }

  @Override
  public int getSipSessionMaxAliveTime() {
    return 0;
  }

  @Override
  public void setSipSessionMaxAliveTime(int seconds) {}

  @Override
  public int getSipSessionAverageAliveTime() {
    return 0;
  }

  @Override
  public void setSipSessionAverageAliveTime(int seconds) {}

  @Override
  public void setSipApplicationSessionCounter(int counter) {}

  @Override
  public int getSipApplicationSessionCounter() {
    return 0;
  }

  @Override
  public int getSipApplicationSessionMaxAliveTime() {
    return 0;
  }

  @Override
  public void setSipApplicationSessionMaxAliveTime(int seconds) {}

  @Override
  public int getSipApplicationSessionAverageAliveTime() {
    return 0;
  }

  @Override
  public void setSipApplicationSessionAverageAliveTime(int seconds) {}

  @Override
  public int getExpiredSipSessions() {
    return 0;
  }

  @Override
  public void setExpiredSipSessions(int expired) {}

  @Override
  public int getExpiredSipApplicationSessions() {
    return 0;
  }

  @Override
  public void setExpiredSipApplicationSessions(int expired) {}

  @Override
  public double getNumberOfSipApplicationSessionCreationPerSecond() {
    return 0;
  }

  @Override
  public double getNumberOfSipSessionCreationPerSecond() {
    return 0;
  }

  @Override
  public void updateStats() {}
}
