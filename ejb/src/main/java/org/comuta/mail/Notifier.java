package org.comuta.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.BackgroundThread;
import org.comuta.event.ConfiguredFilters;
import org.comuta.event.Event;
import org.comuta.event.EventHub;
import org.comuta.event.EventIds;
import org.comuta.event.Subscription;
import org.comuta.mail.MailStore.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from its queue and keeps them in the database for each notification that tells of
 * them. While the database is away they wait in the queue, which is bounded; and so is what waits
 * for each notification.
 */
final class Notifier implements AutoCloseable {
  /** Name among the listeners. */
  static final String NAME = "mail";

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final int CAPACITY = 20_000;
  private static final int AT_ONCE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long REST_WHILE_AWAY_MILLIS = 2_000;

  private final Supplier<List<MailNotification>> configured;
  private final MailStore store;
  private final Runnable kept;
  private final Alarms alarms;
  private final InstantSource clock;
  private final EventIds ids = new EventIds();
  private final LongAdder dropped = new LongAdder();
  private final Subscription subscription;
  private final BackgroundThread thread;
  private List<Event> pending = List.of();

  /**
   * @param configured the notifications as applied last
   * @param kept called after events were kept
   */
  Notifier(
      EventHub events,
      Supplier<List<MailNotification>> configured,
      MailStore store,
      Runnable kept,
      Alarms alarms,
      InstantSource clock) {
    this.configured = configured;
    this.store = store;
    this.kept = kept;
    this.alarms = alarms;
    this.clock = clock;
    subscription =
        events.subscribe(
            NAME,
            CAPACITY,
            new ConfiguredFilters<>(
                configured,
                all -> all.filter(MailNotification::enabled).map(MailNotification::filter)));
    thread = BackgroundThread.start("comuta-events-mail", this::step);
  }

  private long step() {
    if (pending.isEmpty()) {
      pending = subscription.take(AT_ONCE, PATIENCE);
    }
    try {
      if (!pending.isEmpty()) {
        keep();
      }
      pending = List.of();
      return 0;
    } catch (RuntimeException e) {
      LOG.warn("Events for mail wait for the database: {}", e.toString());
      return REST_WHILE_AWAY_MILLIS;
    }
  }

  private void keep() {
    Map<String, Integer> waiting = store.waiting();
    List<Waiting> all = new ArrayList<>();
    for (MailNotification notification : configured.get()) {
      int room = notification.maxWaiting() - waiting.getOrDefault(notification.name(), 0);
      int left = 0;
      MailFilter filter = notification.filter();
      for (Event event : pending) {
        if (!notification.enabled() || !filter.test(event.content())) {
          continue;
        }
        if (room-- > 0) {
          String id = ids.next(clock.instant().toEpochMilli());
          all.add(new Waiting(id, notification.name(), event.json()));
        } else {
          left++;
        }
      }
      if (left > 0) {
        drop(notification, left);
      }
    }
    if (!all.isEmpty()) {
      store.add(all, clock.instant());
      kept.run();
    }
  }

  private void drop(MailNotification notification, int count) {
    dropped.add(count);
    alarms.raise(
        Condition.EVENTS_DROPPED,
        "mail-notification " + notification.name(),
        notification.maxWaiting() + " events wait to be told by mail already");
  }

  /** Events dropped because too many waited. */
  long dropped() {
    return dropped.sum();
  }

  /** Keeps what is left, if the database takes it. */
  @Override
  public void close() {
    subscription.close();
    thread.close();
    while (!pending.isEmpty() || subscription.waiting() > 0) {
      if (step() > 0) {
        break;
      }
    }
  }
}
