package org.comuta.event;

/** What an alarm was about is over. */
public record AlarmCleared(AlarmState alarm) implements AlarmContent {
  @Override
  public EventType type() {
    return EventType.ALARM_CLEARED;
  }
}
