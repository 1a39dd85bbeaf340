package org.comuta.event;

/** An alarm was raised. */
public record AlarmRaised(AlarmState alarm) implements AlarmContent {
  @Override
  public EventType type() {
    return EventType.ALARM_RAISED;
  }
}
