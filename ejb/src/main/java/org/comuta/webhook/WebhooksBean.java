package org.comuta.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.comuta.alarm.Alarms;
import org.comuta.background.Backoff;
import org.comuta.database.Sql;
import org.comuta.event.EventHub;
import org.comuta.secret.Secrets;
import org.comuta.snapshot.LiveSnapshot;
import org.jspecify.annotations.Nullable;

/** Sends events to webhooks while the application runs; and deliveries for portal and API. */
@Singleton
@Startup
@DependsOn({"ConfigurationBean", "AlarmsBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhooksBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private LiveSnapshot live;
  @Inject private EventHub events;
  @Inject private Alarms alarms;
  @Inject private Secrets secrets;

  private DeliveryStore store;
  private Courier courier;
  private Webhooks webhooks;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WebhooksBean() {}

  @PostConstruct
  void start() {
    Clock clock = Clock.systemUTC();
    Supplier<List<Webhook>> configured = () -> live.current().objects(Webhook.class);
    store = new DeliveryStore(new Sql(source), System.getProperty("jboss.node.name", "node"));
    courier =
        new Courier(
            store, configured, new Sender(secrets, clock), Backoff.EXPONENTIAL, alarms, clock);
    webhooks = new Webhooks(events, configured, courier, alarms, clock);
  }

  @PreDestroy
  void stop() {
    webhooks.close();
    courier.close();
  }

  /** The newest first. */
  public List<Delivery> page(DeliveryQuery query, int offset, int size) {
    return store.page(query, offset, size);
  }

  /** How many there are. */
  public long count(DeliveryQuery query) {
    return store.count(query);
  }

  /** The one of this identity, or null. */
  public @Nullable Delivery find(String id) {
    return store.find(id);
  }

  /** Sends one that was given up anew; false when it was not given up, or is not there. */
  public boolean redeliver(String id) {
    boolean done = store.redeliver(id, Clock.systemUTC().instant());
    courier.changed();
    return done;
  }

  /** Sends all that were given up anew, of one webhook or, with null, of all; how many. */
  public int redeliverAll(@Nullable String webhook) {
    int done = store.redeliverAll(webhook, Clock.systemUTC().instant());
    courier.changed();
    return done;
  }

  /** Deletes one, given up or not; false when it is not there. */
  public boolean delete(String id) {
    boolean done = store.delete(id);
    courier.changed();
    return done;
  }

  /** Deletes all that were given up, of one webhook or, with null, of all; how many. */
  public int deleteDead(@Nullable String webhook) {
    int done = store.deleteDead(webhook);
    courier.changed();
    return done;
  }

  /** Events dropped since the start because too many waited for a webhook, by its name. */
  public Map<String, Integer> dropped() {
    Map<String, Integer> counts = new TreeMap<>();
    webhooks.dropped().forEach((webhook, count) -> counts.put(webhook, count.get()));
    return counts;
  }
}
