package org.comuta.webhook;

import java.time.InstantSource;
import java.util.List;
import org.comuta.delivery.Deliveries;
import org.comuta.delivery.DeliveryQuery;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/** Deliveries to webhooks; the courier learns what was changed. */
final class WebhookDeliveries implements Deliveries<Delivery> {
  private final DeliveryStore store;
  private final Courier courier;
  private final InstantSource clock;

  WebhookDeliveries(DeliveryStore store, Courier courier, InstantSource clock) {
    this.store = store;
    this.courier = courier;
    this.clock = clock;
  }

  @Override
  public List<Delivery> page(DeliveryQuery query, int offset, int size) {
    return store.page(query, offset, size);
  }

  @Override
  public long count(DeliveryQuery query) {
    return store.count(query);
  }

  @Override
  public List<Delivery> page(Selection selection, int offset, int size) {
    return store.page(selection, offset, size);
  }

  @Override
  public long count(Selection selection) {
    return store.count(selection);
  }

  @Override
  public @Nullable Delivery find(String id) {
    return store.find(id);
  }

  @Override
  public boolean redeliver(String id) {
    boolean done = store.redeliver(id, clock.instant());
    courier.changed();
    return done;
  }

  @Override
  public int redeliverAll(@Nullable String webhook) {
    int done = store.redeliverAll(webhook, clock.instant());
    courier.changed();
    return done;
  }

  @Override
  public int redeliverAll(Selection selection) {
    int done = store.redeliverAll(selection, clock.instant());
    courier.changed();
    return done;
  }

  @Override
  public boolean delete(String id) {
    boolean done = store.delete(id);
    courier.changed();
    return done;
  }

  @Override
  public int deleteDead(@Nullable String webhook) {
    int done = store.deleteDead(webhook);
    courier.changed();
    return done;
  }

  @Override
  public int deleteDead(Selection selection) {
    int done = store.deleteDead(selection);
    courier.changed();
    return done;
  }
}
