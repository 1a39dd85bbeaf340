package org.comuta.alarm;

import static org.comuta.alarm.Severity.CRITICAL;
import static org.comuta.alarm.Severity.MAJOR;
import static org.comuta.alarm.Severity.MINOR;
import static org.comuta.alarm.Severity.WARNING;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an alarm can be about. A word once told is never taken away: the past is full of
 * it. Each has its name and what to do in {@code alarms_*.properties}.
 */
public enum Condition {
  DISK_NEARLY_FULL(MAJOR, ProbableCause.STORAGE_CAPACITY_PROBLEM),
  DISK_FULL(CRITICAL, ProbableCause.STORAGE_CAPACITY_PROBLEM),
  JOURNAL_NOT_WRITTEN(CRITICAL, ProbableCause.INPUT_OUTPUT_DEVICE_ERROR),
  RECORDS_NOT_WRITTEN(MAJOR, ProbableCause.INPUT_OUTPUT_DEVICE_ERROR),
  DATABASE_AWAY(CRITICAL, ProbableCause.APPLICATION_SUBSYSTEM_FAILURE),
  MEDIA_ENGINE_AWAY(CRITICAL, ProbableCause.APPLICATION_SUBSYSTEM_FAILURE),
  MEDIA_PORTS_NEAR_LIMIT(MAJOR, ProbableCause.THRESHOLD_CROSSED),
  SIP_NOT_LISTENING(CRITICAL, ProbableCause.COMMUNICATIONS_SUBSYSTEM_FAILURE),
  INTERFACE_NOT_LISTENING(CRITICAL, ProbableCause.COMMUNICATIONS_SUBSYSTEM_FAILURE),
  OVERLOADED(MAJOR, ProbableCause.CONGESTION, Duration.ofMinutes(1)),
  NAP_CALLS_NEAR_LIMIT(WARNING, ProbableCause.THRESHOLD_CROSSED),
  ROUTE_CALLS_NEAR_LIMIT(WARNING, ProbableCause.THRESHOLD_CROSSED),
  NAP_INACTIVE(MAJOR, ProbableCause.COMMUNICATIONS_SUBSYSTEM_FAILURE),
  NAP_FAILING(MAJOR, ProbableCause.CALL_ESTABLISHMENT_ERROR),
  SIGN_IN_FAILURES(WARNING, ProbableCause.AUTHENTICATION_FAILURE, Duration.ofMinutes(15)),
  SOURCES_BLOCKED(WARNING, ProbableCause.UNAUTHORIZED_ACCESS_ATTEMPT),
  SIGN_IN_LOCKED(MINOR, ProbableCause.UNAUTHORIZED_ACCESS_ATTEMPT, Duration.ofMinutes(15)),
  CERTIFICATE_EXPIRING(MINOR, ProbableCause.KEY_EXPIRED),
  CERTIFICATE_EXPIRED(CRITICAL, ProbableCause.KEY_EXPIRED),
  CLOCK_NOT_SYNCHRONISED(WARNING, ProbableCause.TIMING_PROBLEM),
  EVENTS_DROPPED(MINOR, ProbableCause.QUEUE_SIZE_EXCEEDED, Duration.ofMinutes(10)),
  DEAD_LETTERS(MINOR, ProbableCause.COMMUNICATIONS_PROTOCOL_ERROR),
  MESSAGE_BROKER_AWAY(MINOR, ProbableCause.APPLICATION_SUBSYSTEM_FAILURE),
  MAIL_NOT_SENT(MINOR, ProbableCause.COMMUNICATIONS_SUBSYSTEM_FAILURE),
  BACKUP_FAILED(MAJOR, ProbableCause.APPLICATION_SUBSYSTEM_FAILURE),
  SYSLOG_SERVER_AWAY(MINOR, ProbableCause.COMMUNICATIONS_SUBSYSTEM_FAILURE);

  private final Severity severity;
  private final ProbableCause probableCause;
  private final @Nullable Duration quietTime;

  Condition(Severity severity, ProbableCause probableCause) {
    this(severity, probableCause, null);
  }

  Condition(Severity severity, ProbableCause probableCause, @Nullable Duration quietTime) {
    this.severity = severity;
    this.probableCause = probableCause;
    this.quietTime = quietTime;
  }

  public Severity severity() {
    return severity;
  }

  public ProbableCause probableCause() {
    return probableCause;
  }

  /**
   * How long it must not have been reported to be over, where nobody can see its end; null where
   * whoever raises it clears it.
   */
  public @Nullable Duration quietTime() {
    return quietTime;
  }
}
