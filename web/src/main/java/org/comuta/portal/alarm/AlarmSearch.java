package org.comuta.portal.alarm;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.comuta.alarm.AlarmQuery;
import org.comuta.alarm.Condition;
import org.comuta.alarm.Severity;
import org.jspecify.annotations.Nullable;

/** What alarms of the past to look for, as typed into the page. One view each. */
public class AlarmSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime to;
  private @Nullable Condition condition;
  private @Nullable Severity severity;
  private @Nullable String object;

  /** The same for the database, with the moments of a zone. */
  AlarmQuery query(ZoneId zone) {
    return new AlarmQuery(
        condition,
        severity,
        object == null || object.isBlank() ? null : object.strip(),
        from == null ? null : from.atZone(zone).toInstant(),
        to == null ? null : to.atZone(zone).toInstant());
  }

  public @Nullable LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDateTime from) {
    this.from = from;
  }

  public @Nullable LocalDateTime getTo() {
    return to;
  }

  public void setTo(@Nullable LocalDateTime to) {
    this.to = to;
  }

  public @Nullable Condition getCondition() {
    return condition;
  }

  public void setCondition(@Nullable Condition condition) {
    this.condition = condition;
  }

  public @Nullable Severity getSeverity() {
    return severity;
  }

  public void setSeverity(@Nullable Severity severity) {
    this.severity = severity;
  }

  public @Nullable String getObject() {
    return object;
  }

  public void setObject(@Nullable String object) {
    this.object = object;
  }
}
