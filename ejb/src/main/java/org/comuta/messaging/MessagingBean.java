package org.comuta.messaging;

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
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import javax.sql.DataSource;
import org.comuta.access.Entrance;
import org.comuta.access.Service;
import org.comuta.alarm.Alarms;
import org.comuta.database.Sql;
import org.comuta.event.EventHub;

/**
 * Brings events to the topics while the application runs, and looks after those who read them. The
 * broker is looked up by the threads that do it, so that the exchange runs without one too.
 */
@Singleton
@Startup
@DependsOn({"AlarmsBean", "AccessBean", "ConfigurationBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MessagingBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private EventHub events;
  @Inject private Alarms alarms;
  @Inject private Entrance entrance;

  private TopicWatch watch;
  private TopicFeeder feeder;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MessagingBean() {}

  @PostConstruct
  void start() {
    watch =
        new TopicWatch(
            ManagementFactory.getPlatformMBeanServer(),
            new TopicDoor(this::letsIn, new TopicReaders(new Sql(source))::topics));
    feeder = new TopicFeeder(events, alarms);
  }

  /** The topics are a part of the API; an end that nobody knows is let in nowhere. */
  private boolean letsIn(TopicConnection connection) {
    return !connection.source().isEmpty()
        && entrance.judge(
                Service.API, InetAddress.ofLiteral(connection.source()), connection.ours())
            == Entrance.Verdict.LET_IN;
  }

  @PreDestroy
  void stop() {
    feeder.close();
    watch.close();
  }
}
