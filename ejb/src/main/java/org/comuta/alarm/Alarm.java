package org.comuta.alarm;

import java.time.Instant;
import org.comuta.event.AlarmContent.AlarmState;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as it is at one moment; the words of the API.
 *
 * @param object what it is about, such as the name of a NAP
 * @param details one line for people
 * @param lastAt when it was reported last
 * @param count how often it was reported
 * @param comment what who acknowledged it said
 * @param clearedAt when it was over; null while it is active
 */
public record Alarm(
    String id,
    Condition condition,
    Severity severity,
    ProbableCause probableCause,
    String object,
    String details,
    Instant raisedAt,
    Instant lastAt,
    long count,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable String comment,
    @Nullable Instant clearedAt) {

  static Alarm raised(String id, Condition condition, String object, String details, Instant at) {
    return new Alarm(
        id,
        condition,
        condition.severity(),
        condition.probableCause(),
        object,
        details,
        at,
        at,
        1,
        null,
        null,
        null,
        null);
  }

  public boolean isActive() {
    return clearedAt == null;
  }

  public boolean isAcknowledged() {
    return acknowledgedAt != null;
  }

  Alarm again(String newDetails, Instant at) {
    return new Alarm(
        id,
        condition,
        severity,
        probableCause,
        object,
        newDetails,
        raisedAt,
        at,
        count + 1,
        acknowledgedAt,
        acknowledgedBy,
        comment,
        clearedAt);
  }

  Alarm acknowledged(String by, String said, Instant at) {
    return new Alarm(
        id,
        condition,
        severity,
        probableCause,
        object,
        details,
        raisedAt,
        lastAt,
        count,
        at,
        by,
        said,
        clearedAt);
  }

  Alarm cleared(Instant at) {
    return new Alarm(
        id,
        condition,
        severity,
        probableCause,
        object,
        details,
        raisedAt,
        lastAt,
        count,
        acknowledgedAt,
        acknowledgedBy,
        comment,
        at);
  }

  /** The same for events. */
  AlarmState state() {
    return new AlarmState(
        id,
        condition.name(),
        severity.name(),
        probableCause.name(),
        object,
        details,
        raisedAt,
        lastAt,
        count,
        acknowledgedAt,
        acknowledgedBy,
        comment,
        clearedAt);
  }
}
