package org.comuta.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import javax.naming.NamingException;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.BackgroundThread;
import org.comuta.event.Event;
import org.comuta.event.EventFilter;
import org.comuta.event.EventGroup;
import org.comuta.event.EventHub;
import org.comuta.event.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to the topics on a thread of its own. While the broker is away they wait in the
 * bounded queue; one that a broker does not take twice, such as because a topic is full, is dropped
 * and counted.
 */
final class TopicFeeder implements AutoCloseable {
  /** Name among the listeners. */
  static final String NAME = "jms";

  private static final Logger LOG = LoggerFactory.getLogger(TopicFeeder.class);
  private static final int CAPACITY = 20_000;
  private static final int AT_ONCE = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long REST_WHILE_AWAY_MILLIS = 5_000;

  /** Who reads is asked for many events at once. */
  private static final long REST_WHILE_UNREAD_MILLIS = 500;

  private final Subscription subscription;
  private final Alarms alarms;
  private final BackgroundThread thread;
  private final Readers readers = new Readers(ManagementFactory.getPlatformMBeanServer());
  private final Deque<Event> pending = new ArrayDeque<>();
  private final LongAdder refused = new LongAdder();
  private @Nullable Topics topics;
  private @Nullable Event triedBefore;

  TopicFeeder(EventHub events, Alarms alarms) {
    this.alarms = alarms;
    subscription = events.subscribe(NAME, CAPACITY, EventFilter.ALL);
    thread = BackgroundThread.start("comuta-events-jms", this::step);
  }

  private long step() {
    Topics connected = connected();
    if (connected == null) {
      return REST_WHILE_AWAY_MILLIS;
    }
    if (pending.isEmpty()) {
      pending.addAll(subscription.take(AT_ONCE, PATIENCE));
      if (!pending.isEmpty() && !isAnyRead()) {
        return REST_WHILE_UNREAD_MILLIS;
      }
    }
    try {
      for (Event next = pending.peek(); next != null; next = pending.peek()) {
        connected.send(next);
        pending.remove();
      }
    } catch (JMSException | JMSRuntimeException e) {
      notTaken(e);
    }
    return 0;
  }

  /** Leaves what somebody reads; asked after it was told, so that who came before misses none. */
  private boolean isAnyRead() {
    Set<EventGroup> read = readers.groups();
    pending.removeIf(event -> !read.contains(event.type().group()));
    return !pending.isEmpty();
  }

  private @Nullable Topics connected() {
    if (topics == null) {
      try {
        topics = Topics.open();
        alarms.clear(Condition.MESSAGE_BROKER_AWAY, NAME);
      } catch (NamingException | JMSRuntimeException e) {
        alarms.raise(Condition.MESSAGE_BROKER_AWAY, NAME, String.valueOf(e.getMessage()));
      }
    }
    return topics;
  }

  /** Tries the same once more on a new connection, and then goes on without it. */
  private void notTaken(Exception why) {
    disconnect();
    Event first = pending.peek();
    if (first == null || !first.equals(triedBefore)) {
      triedBefore = first;
      LOG.warn("The topics did not take an event: {}", why.toString());
      return;
    }
    pending.remove();
    refused.increment();
    alarms.raise(Condition.EVENTS_DROPPED, NAME, refused.sum() + " events not taken by the topics");
  }

  private void disconnect() {
    Topics connected = topics;
    topics = null;
    if (connected != null) {
      try {
        connected.close();
      } catch (JMSRuntimeException e) {
        LOG.debug("The connection to the broker was broken already", e);
      }
    }
  }

  /** Brings what is left, if the broker is there. */
  @Override
  public void close() {
    subscription.close();
    thread.close();
    pending.addAll(subscription.take(CAPACITY, Duration.ZERO));
    if (topics != null) {
      step();
    }
    disconnect();
  }
}
