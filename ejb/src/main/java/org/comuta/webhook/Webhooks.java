package org.comuta.webhook;

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
import org.comuta.delivery.DeliveryState;
import org.comuta.event.CallContent;
import org.comuta.event.ConfiguredFilters;
import org.comuta.event.Event;
import org.comuta.event.EventFilter;
import org.comuta.event.EventHub;
import org.comuta.event.EventIds;
import org.comuta.event.KeepingListener;
import org.comuta.webhook.DeliveryStore.OnLane;

/**
 * Keeps one delivery in the database for each webhook that wants an event, as many as may wait for
 * it.
 */
final class Webhooks implements AutoCloseable {
  /** Name among the listeners. */
  static final String NAME = "webhooks";

  private final Supplier<List<Webhook>> configured;
  private final Alarms alarms;
  private final InstantSource clock;
  private final EventIds ids = new EventIds();
  private final Map<String, AtomicInteger> dropped = new ConcurrentHashMap<>();
  private final Courier courier;
  private final KeepingListener listener;

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
    listener =
        new KeepingListener(
            events,
            NAME,
            new ConfiguredFilters<>(
                configured, all -> all.filter(Webhook::enabled).map(Webhook::filter)),
            this::keep);
  }

  private void keep(List<Event> events) {
    List<OnLane> deliveries = deliveries(events);
    if (!deliveries.isEmpty()) {
      courier.keep(deliveries);
    }
  }

  private List<OnLane> deliveries(List<Event> events) {
    List<OnLane> deliveries = new ArrayList<>();
    for (Webhook webhook : configured.get()) {
      int room = webhook.enabled() ? courier.roomFor(webhook) : 0;
      EventFilter filter = webhook.filter();
      for (Event event : events) {
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
            DeliveryState.WAITING,
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

  /** How each webhook fares. */
  List<WebhookCounts> counts() {
    return configured.get().stream().map(Webhook::name).map(this::counts).toList();
  }

  private WebhookCounts counts(String name) {
    AtomicInteger count = dropped.get(name);
    return new WebhookCounts(
        name, count == null ? 0 : count.get(), courier.waitingFor(name), courier.deadOf(name));
  }

  @Override
  public void close() {
    listener.close();
  }
}
