package org.comuta.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.comuta.alarm.Alarms;
import org.comuta.event.EventHub;

/**
 * Brings events to the topics while the application runs. The broker is looked up by the thread
 * that does it, so that the exchange runs without one too.
 */
@Singleton
@Startup
@DependsOn("AlarmsBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MessagingBean {
  @Inject private EventHub events;
  @Inject private Alarms alarms;

  private TopicFeeder feeder;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MessagingBean() {}

  @PostConstruct
  void start() {
    feeder = new TopicFeeder(events, alarms);
  }

  @PreDestroy
  void stop() {
    feeder.close();
  }
}
