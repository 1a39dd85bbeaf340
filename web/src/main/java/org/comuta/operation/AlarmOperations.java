package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmsBean;
import org.comuta.description.Problem;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;

/** What people do with alarms. Any thread. */
@ApplicationScoped
public class AlarmOperations {
  @Inject private AlarmsBean alarms;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AlarmOperations() {}

  /** Notes that somebody takes care of it; empty when none of this identity is active. */
  public Optional<Alarm> acknowledge(String id, String comment, Actor actor) {
    Optional<Alarm> acknowledged = alarms.acknowledge(id, actor.name(), comment);
    audit.write(
        actor,
        AuditAction.ALARM_ACKNOWLEDGE,
        "alarm",
        acknowledged.map(alarm -> alarm.condition() + " " + alarm.object()).orElse(id),
        acknowledged.isPresent() ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        comment);
    return acknowledged;
  }

  /** Changes how many days alarms of the past are kept; what is wrong, and then nothing changes. */
  public List<Problem> keep(int days, Actor actor) {
    int before = alarms.keptDays();
    List<Problem> problems = alarms.keep(days);
    audit.write(
        actor,
        AuditAction.ALARM_RETENTION_SAVE,
        "alarm",
        "",
        problems.isEmpty() ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        problems.isEmpty() ? "days: " + before + " → " + days : problems.getFirst().message());
    return problems;
  }
}
