package org.comuta.messaging;

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
 * is a quarter of all work. The broker itself is asked, in this process: the management model of
 * the server would tell the same, but only for the work of many events. Any thread.
 */
final class Readers {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final String ADDRESS =
      "org.apache.activemq.artemis:broker=\"default\",component=addresses,address=";

  private final MBeanServer broker;

  Readers(MBeanServer broker) {
    this.broker = broker;
  }

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
      ObjectName address = ObjectName.getInstance(ADDRESS + ObjectName.quote("jms.topic." + topic));
      if (!broker.isRegistered(address)) {
        // The broker is starting.
        return true;
      }
      // Each subscription is a queue.
      Object queues = broker.getAttribute(address, "QueueNames");
      return !(queues instanceof String[] names) || names.length > 0;
    } catch (JMException e) {
      LOG.debug("Who reads {} is not known", topic, e);
      return true;
    }
  }
}
