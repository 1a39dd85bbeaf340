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
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.comuta.alarm.Alarms;
import org.comuta.background.Backoff;
import org.comuta.database.Sql;
import org.comuta.delivery.Deliveries;
import org.comuta.event.EventHub;
import org.comuta.secret.Secrets;
import org.comuta.snapshot.LiveSnapshot;

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

  private Courier courier;
  private Deliveries<Delivery> deliveries;
  private Webhooks webhooks;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WebhooksBean() {}

  @PostConstruct
  void start() {
    Clock clock = Clock.systemUTC();
    Supplier<List<Webhook>> configured = () -> live.current().objects(Webhook.class);
    DeliveryStore store =
        new DeliveryStore(new Sql(source), System.getProperty("jboss.node.name", "node"));
    courier =
        new Courier(
            store, configured, new Sender(secrets, clock), Backoff.EXPONENTIAL, alarms, clock);
    deliveries = new WebhookDeliveries(store, courier, clock);
    webhooks = new Webhooks(events, configured, courier, alarms, clock);
  }

  @PreDestroy
  void stop() {
    webhooks.close();
    courier.close();
  }

  /** Events on their way, and those given up. */
  public Deliveries<Delivery> deliveries() {
    return deliveries;
  }

  /** How each webhook fares. */
  public List<WebhookCounts> counts() {
    return webhooks.counts();
  }
}
