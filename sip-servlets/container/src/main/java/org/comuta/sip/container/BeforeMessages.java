package org.comuta.sip.container;

/**
 * A servlet that has something to do when the ports are bound and messages can be sent, but none
 * has been read: what comes meanwhile waits.
 */
public interface BeforeMessages {

  /** Does it. Any thread; messages wait until this returns. */
  void beforeMessages(SipContainer container);
}
