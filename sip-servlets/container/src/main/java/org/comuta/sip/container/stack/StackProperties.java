package org.comuta.sip.container.stack;

import java.util.Properties;

/** How JAIN-SIP is set up. */
final class StackProperties {

  private StackProperties() {}

  static Properties create() {
    Properties properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", "comuta");
    // Restcomm makes the dialogs.
    properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
    properties.setProperty("gov.nist.javax.sip.AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
    properties.setProperty("gov.nist.javax.sip.DELIVER_UNSOLICITED_NOTIFY", "true");
    // Events are delivered by the thread that has them, which is the call's lane.
    properties.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
    properties.setProperty("gov.nist.javax.sip.TIMER_CLASS_NAME", LaneSipTimer.class.getName());
    properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietStackLogger.class.getName());
    properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", NoServerLogger.class.getName());
    // An answered INVITE is remembered so long (seconds): repeated late, it must not begin a second
    // call (RFC 6026 7.1). Sessions do not wait for this.
    properties.setProperty("gov.nist.javax.sip.LINGER_TIMER", "8");
    // Requests are kept until their transaction ends rather than encoded and parsed again.
    properties.setProperty("gov.nist.javax.sip.RELEASE_REFERENCES_STRATEGY", "None");
    // How long after the answer the answers of other forks of an INVITE still find it, so that
    // they can be hung up. Longer (RFC 3261 says 32) keeps each call's INVITE in memory longer.
    properties.setProperty("gov.nist.javax.sip.MAX_FORK_TIME_SECONDS", "10");
    properties.setProperty("gov.nist.javax.sip.RFC_2543_SUPPORT_ENABLED", "false");
    return properties;
  }
}
