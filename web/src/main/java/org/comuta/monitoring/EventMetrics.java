package org.comuta.monitoring;

import java.util.List;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Severity;
import org.comuta.event.EventHub;
import org.comuta.event.EventType;

/** Metrics of events and alarms. */
final class EventMetrics {
  private EventMetrics() {}

  static void addTo(Exposition metrics, EventHub events, Alarms alarms) {
    for (EventType type : EventType.values()) {
      metrics.counter(
          "events_published_total",
          "Events told, by type.",
          events.published(type),
          "type",
          type.word());
    }
    for (EventHub.Listeners listeners : events.listeners()) {
      String name = listeners.name();
      metrics
          .gauge(
              "event_listeners", "Who listens, by name.", listeners.listeners(), "listener", name)
          .gauge(
              "events_waiting",
              "Events in queues, by listener.",
              listeners.waiting(),
              "listener",
              name)
          .counter(
              "events_delivered_total",
              "Events put into queues, by listener.",
              listeners.delivered(),
              "listener",
              name)
          .counter(
              "events_dropped_total",
              "Events that found a queue full, by listener.",
              listeners.dropped(),
              "listener",
              name);
    }
    List<Alarm> active = alarms.active();
    for (Severity severity : Severity.values()) {
      metrics.gauge(
          "alarms_active",
          "Active alarms, by severity.",
          active.stream().filter(alarm -> alarm.severity() == severity).count(),
          "severity",
          severity.name());
    }
  }
}
