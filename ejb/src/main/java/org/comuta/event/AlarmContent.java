package org.comuta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event of an alarm tells: the whole alarm as it is then. */
public sealed interface AlarmContent extends EventContent
    permits AlarmRaised, AlarmChanged, AlarmCleared, AlarmAcknowledged {
  AlarmState alarm();

  /**
   * An alarm at one moment.
   *
   * @param alarmId identity of the alarm, the same until it is cleared
   * @param severity by ITU-T X.733
   * @param probableCause by ITU-T X.733
   * @param object what it is about, such as the name of a NAP
   * @param details one line for people
   * @param count how often it was reported
   */
  record AlarmState(
      String alarmId,
      String condition,
      String severity,
      String probableCause,
      String object,
      String details,
      Instant raisedAt,
      Instant lastAt,
      long count,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy,
      @Nullable String comment,
      @Nullable Instant clearedAt) {}
}
