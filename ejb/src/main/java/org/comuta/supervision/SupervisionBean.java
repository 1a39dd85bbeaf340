package org.comuta.supervision;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.BackgroundThread;
import org.comuta.cdr.CallRecordingSettings;
import org.comuta.cdr.RecordsBean;
import org.comuta.clock.HostClock;
import org.comuta.event.EventHub;
import org.comuta.event.ExchangeStarted;
import org.comuta.event.ExchangeStopping;
import org.comuta.exchange.Exchange;
import org.comuta.logging.LoggingBean;
import org.comuta.nap.Nap;

/**
 * Looks after the exchange while the application runs. Starts behind whatever hands events out, so
 * that they tell of the start, and ends before them.
 */
@Singleton
@Startup
@DependsOn({
  "ConfigurationBean",
  "RecordsBean",
  "AlarmsBean",
  "LoggingBean",
  "MessagingBean",
  "WebhooksBean",
  "MailBean"
})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SupervisionBean {
  private static final long LOOK_EVERY_MILLIS = 5_000;
  private static final int DATABASE_PATIENCE_SECONDS = 5;

  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private Exchange exchange;
  @Inject private EventHub events;
  @Inject private Alarms alarms;
  @EJB private RecordsBean records;
  @EJB private LoggingBean logging;

  private NapHealth naps;
  private BackgroundThread looking;
  private BackgroundThread database;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SupervisionBean() {}

  @PostConstruct
  void start() {
    events.publish(new ExchangeStarted(version(), exchange.configuration().current().revision()));
    naps = new NapHealth(events, alarms);
    Checks checks =
        new Checks(
            exchange, records::status, CallRecordingSettings.ofSystem().journal(), events, alarms);
    long begun = System.nanoTime();
    ClockWatch clock =
        new ClockWatch(
            HostClock::read, alarms, () -> Instant.EPOCH.plusNanos(System.nanoTime() - begun));
    SyslogAlarms syslog = new SyslogAlarms(logging::syslogAway, alarms);
    looking =
        BackgroundThread.start(
            "comuta-supervision",
            () -> {
              checks.run();
              clock.look();
              syslog.look();
              naps.retain(
                  exchange.configuration().current().naps().all().stream()
                      .map(Nap::name)
                      .collect(Collectors.toSet()));
              return LOOK_EVERY_MILLIS;
            });
    // By itself: a pool without connections lets it wait for long.
    database = BackgroundThread.start("comuta-supervision-database", this::lookAtDatabase);
  }

  private long lookAtDatabase() {
    boolean there = false;
    String trouble = "no answer";
    try (Connection connection = source.getConnection()) {
      there = connection.isValid(DATABASE_PATIENCE_SECONDS);
    } catch (SQLException away) {
      trouble = String.valueOf(away.getMessage());
    }
    alarms.set(!there, Condition.DATABASE_AWAY, Checks.EXCHANGE, trouble);
    return LOOK_EVERY_MILLIS;
  }

  private static String version() {
    String told = SupervisionBean.class.getPackage().getImplementationVersion();
    return told == null ? "" : told;
  }

  @PreDestroy
  void stop() {
    events.publish(new ExchangeStopping(exchange.calls().live().size()));
    looking.close();
    database.close();
    naps.close();
  }
}
