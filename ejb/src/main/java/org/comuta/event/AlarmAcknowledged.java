package org.comuta.event;

/** Somebody took note of an alarm. */
public record AlarmAcknowledged(AlarmState alarm) implements AlarmContent {
  @Override
  public EventType type() {
    return EventType.ALARM_ACKNOWLEDGED;
  }
}
