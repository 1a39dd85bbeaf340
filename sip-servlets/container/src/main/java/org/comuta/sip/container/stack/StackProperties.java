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
    // Ended transactions and dialogs stay for so long (seconds); AnsweredRequests remembers what
    // must be known of them afterwards.
    properties.setProperty("gov.nist.javax.sip.LINGER_TIMER", "1");
    // Requests are kept until their transaction ends rather than encoded and parsed again.
    properties.setProperty("gov.nist.javax.sip.RELEASE_REFERENCES_STRATEGY", "None");
    // Answers of further forks are looked for; for how long, ForkedInvites says.
    properties.setProperty("gov.nist.javax.sip.MAX_FORK_TIME_SECONDS", "1");
    properties.setProperty("gov.nist.javax.sip.RFC_2543_SUPPORT_ENABLED", "false");
    return properties;
  }
}
