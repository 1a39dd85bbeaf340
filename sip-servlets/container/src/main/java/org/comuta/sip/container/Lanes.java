package org.comuta.sip.container;

import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipSession;

/**
 * All lanes of the container. Their number is the same on every node, whatever its processors, so
 * that a call keeps its lane when another node goes on with it.
 */
public interface Lanes {

  /** How many lanes there are; they share a few threads. */
  int COUNT = 64;

  /** The lane of messages with this Call-ID. */
  Lane ofCallId(String callId);

  /**
   * The next lane in turn, for something new that no message started: an OPTIONS of our own, a call
   * an operator asks for. Create its session on that lane.
   */
  Lane next();

  /** The lane on which this session was created, and on which it must be used. */
  static Lane of(SipApplicationSession session) {
    if (session instanceof OnLane onLane) {
      return onLane.lane();
    }
    throw new IllegalArgumentException("not a session of this container: " + session.getClass());
  }

  /** The lane on which this session was created, and on which it must be used. */
  static Lane of(SipSession session) {
    return of(session.getApplicationSession());
  }

  /** A session that knows its lane. */
  interface OnLane {

    Lane lane();
  }
}
