package org.comuta.event;

/** The details of an active alarm changed. */
public record AlarmChanged(AlarmState alarm) implements AlarmContent {
  @Override
  public EventType type() {
    return EventType.ALARM_CHANGED;
  }
}
