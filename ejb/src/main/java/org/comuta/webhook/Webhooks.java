package org.comuta.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.BackgroundThread;
import org.comuta.event.CallContent;
import org.comuta.event.ConfiguredFilters;
import org.comuta.event.Event;
import org.comuta.event.EventFilter;
import org.comuta.event.EventHub;
import org.comuta.event.EventIds;
import org.comuta.event.Subscription;
import org.comuta.webhook.DeliveryStore.OnLane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from its queue and keeps one delivery in the database for each webhook that wants
 * it. While the database is away they wait in the queue, which is bounded; and so is what waits for
 * each webhook.
 */
final class Webhooks implements AutoCloseable {
  /** Name among the listeners. */
  static final String NAME = "webhooks";

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int CAPACITY = 20_000;
  private static final int AT_ONCE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long REST_WHILE_AWAY_MILLIS = 2_000;

  private final Supplier<List<Webhook>> configured;
  private final Alarms alarms;
  private final InstantSource clock;
  private final EventIds ids = new EventIds();
  private final Map<String, AtomicInteger> dropped = new ConcurrentHashMap<>();
  private final Courier courier;
  private final Subscription subscription;
  private final BackgroundThread thread;
  private List<Event> pending = List.of();

  /**
   * @param configured the webhooks as applied last
   */
  Webhooks(
      EventHub events,
      Supplier<List<Webhook>> configured,
      Courier courier,
      Alarms alarms,
      InstantSource clock) {
    this.configured = configured;
    this.courier = courier;
    this.alarms = alarms;
    this.clock = clock;
    subscription =
        events.subscribe(
            NAME,
            CAPACITY,
            new ConfiguredFilters<>(
                configured, all -> all.filter(Webhook::enabled).map(Webhook::filter)));
    thread = BackgroundThread.start("comuta-events-webhooks", this::step);
  }

  private long step() {
    if (pending.isEmpty()) {
      pending = subscription.take(AT_ONCE, PATIENCE);
    }
    try {
      List<OnLane> deliveries = deliveries();
      if (!deliveries.isEmpty()) {
        courier.keep(deliveries);
      }
      pending = List.of();
      return 0;
    } catch (RuntimeException e) {
      LOG.warn("Events for webhooks wait for the database: {}", e.toString());
      return REST_WHILE_AWAY_MILLIS;
    }
  }

  private List<OnLane> deliveries() {
    List<OnLane> deliveries = new ArrayList<>();
    for (Webhook webhook : pending.isEmpty() ? List.<Webhook>of() : configured.get()) {
      int room = webhook.enabled() ? courier.roomFor(webhook) : 0;
      EventFilter filter = webhook.filter();
      for (Event event : pending) {
        if (!webhook.enabled() || !filter.test(event.content())) {
          continue;
        }
        if (room-- > 0) {
          deliveries.add(delivery(webhook, event));
        } else {
          drop(webhook);
        }
      }
    }
    return deliveries;
  }

  private OnLane delivery(Webhook webhook, Event event) {
    Instant now = clock.instant();
    String together =
        event.content() instanceof CallContent call ? call.callId() : event.type().group().name();
    return new OnLane(
        new Delivery(
            ids.next(now.toEpochMilli()),
            webhook.name(),
            Delivery.State.WAITING,
            event.id(),
            event.type().word(),
            now,
            0,
            now,
            null,
            null,
            null,
            event.json()),
        Math.floorMod(together.hashCode(), 1 << 16));
  }

  private void drop(Webhook webhook) {
    int count =
        dropped.computeIfAbsent(webhook.name(), ignored -> new AtomicInteger()).incrementAndGet();
    alarms.raise(
        Condition.EVENTS_DROPPED,
        "webhook " + webhook.name(),
        count + " events dropped since the start: " + webhook.maxWaiting() + " wait already");
  }

  /** Events dropped because too many waited for a webhook, by its name. */
  Map<String, AtomicInteger> dropped() {
    return dropped;
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
