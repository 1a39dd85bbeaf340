package org.comuta.mail;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.event.ConfiguredFilters;
import org.comuta.event.Event;
import org.comuta.event.EventHub;
import org.comuta.event.EventIds;
import org.comuta.event.KeepingListener;
import org.comuta.mail.MailStore.Waiting;

/**
 * Keeps events in the database for each notification that tells of them, as many as may wait for
 * it.
 */
final class Notifier implements AutoCloseable {
  /** Name among the listeners. */
  static final String NAME = "mail";

  private final Supplier<List<MailNotification>> configured;
  private final MailStore store;
  private final Runnable kept;
  private final Alarms alarms;
  private final InstantSource clock;
  private final EventIds ids = new EventIds();
  private final LongAdder dropped = new LongAdder();
  private final KeepingListener listener;

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
    listener =
        new KeepingListener(
            events,
            NAME,
            new ConfiguredFilters<>(
                configured,
                all -> all.filter(MailNotification::enabled).map(MailNotification::filter)),
            this::keep);
  }

  private void keep(List<Event> events) {
    Map<String, Integer> waiting = store.waiting();
    List<Waiting> all = new ArrayList<>();
    for (MailNotification notification : configured.get()) {
      int room = notification.maxWaiting() - waiting.getOrDefault(notification.name(), 0);
      int left = 0;
      MailFilter filter = notification.filter();
      for (Event event : events) {
        if (!notification.enabled() || !filter.test(event.content())) {
          continue;
        }
        if (room-- > 0) {
          String id = ids.next(clock.instant().toEpochMilli());
          all.add(new Waiting(id, notification.name(), event.type().word(), event.json()));
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

  @Override
  public void close() {
    listener.close();
  }
}
