package org.comuta.mail;

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
import java.util.UUID;
import javax.sql.DataSource;
import org.comuta.alarm.Alarms;
import org.comuta.background.Backoff;
import org.comuta.database.Sql;
import org.comuta.delivery.Deliveries;
import org.comuta.event.EventHub;
import org.comuta.mail.MailCourier.Configured;
import org.comuta.secret.Secrets;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;

/** Tells events by mail while the application runs, and sends mails that test a server. */
@Singleton
@Startup
@DependsOn({"ConfigurationBean", "AlarmsBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private LiveSnapshot live;
  @Inject private EventHub events;
  @Inject private Alarms alarms;
  @Inject private Secrets secrets;

  private final String node = System.getProperty("jboss.node.name", "node");
  private MailSender sender;
  private MailCourier courier;
  private Deliveries<MailDelivery> deliveries;
  private Notifier notifier;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MailBean() {}

  @PostConstruct
  void start() {
    Clock clock = Clock.systemUTC();
    sender = new MailSender(secrets, clock);
    Sql sql = new Sql(source);
    MailStore store = new MailStore(sql, node);
    courier = new MailCourier(store, this::configured, sender, Backoff.EXPONENTIAL, alarms, clock);
    deliveries = new MailDeliveries(sql, node, courier::wake, clock);
    notifier =
        new Notifier(
            events,
            () -> live.current().objects(MailNotification.class),
            store,
            courier::wake,
            alarms,
            clock);
  }

  private Configured configured() {
    Snapshot now = live.current();
    return new Configured(now.objects(MailServer.class), now.objects(MailNotification.class));
  }

  @PreDestroy
  void stop() {
    notifier.close();
    courier.close();
  }

  /**
   * Sends a mail that only shows that mail arrives, at once and without another attempt. Waits for
   * the network, within the time limit of the server.
   */
  public MailOutcome test(MailServer server, String recipient, MailLanguage language) {
    Mail mail = MailWriter.test(server, language, node);
    return sender.send(server, List.of(recipient), mail, UUID.randomUUID().toString());
  }

  /** Events that wait, and those given up. */
  public Deliveries<MailDelivery> deliveries() {
    return deliveries;
  }

  /** How it went since the start. */
  public MailCounts counts() {
    return courier.counts(notifier.dropped());
  }
}
