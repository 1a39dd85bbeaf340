package org.comuta.messaging;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.comuta.event.EventGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether anybody has subscribed to a topic, durable subscriptions included. Without any, the
 * broker throws away what is sent, and so it need not be sent: at hundreds of calls a second that
 * is a quarter of all work. Any thread.
 */
final class Readers {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final String TOPIC =
      "jboss.as:subsystem=messaging-activemq,server=default,jms-topic=";

  private final MBeanServer management = ManagementFactory.getPlatformMBeanServer();

  /** The groups of events that somebody reads now; those whose topic does not say, too. */
  Set<EventGroup> groups() {
    boolean events = any(Topics.EVENTS);
    boolean administration = any(Topics.ADMINISTRATION);
    Set<EventGroup> groups = EnumSet.noneOf(EventGroup.class);
    for (EventGroup group : EventGroup.values()) {
      if (Topics.name(group).equals(Topics.EVENTS) ? events : administration) {
        groups.add(group);
      }
    }
    return groups;
  }

  private boolean any(String topic) {
    try {
      ObjectName name = ObjectName.getInstance(TOPIC + topic);
      if (!management.isRegistered(name)) {
        // The server is starting.
        return true;
      }
      Object count = management.getAttribute(name, "subscriptionCount");
      return !(count instanceof Number number) || number.longValue() > 0;
    } catch (JMException e) {
      LOG.debug("Who reads {} is not known", topic, e);
      return true;
    }
  }
}
