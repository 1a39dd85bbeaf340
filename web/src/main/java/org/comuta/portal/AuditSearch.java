package org.comuta.portal;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditQuery;
import org.jspecify.annotations.Nullable;

/** What entries of the audit log to look for, as typed into the page. One view each. */
public class AuditSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime to;
  private @Nullable String user;
  private @Nullable AuditAction action;
  private @Nullable String object;
  private AuditEntry.@Nullable Outcome outcome;

  /** The same for the log, with the moments of a zone. */
  AuditQuery query(ZoneId zone) {
    return new AuditQuery(
        stripped(user),
        action,
        null,
        stripped(object),
        outcome,
        from == null ? null : from.atZone(zone).toInstant(),
        to == null ? null : to.atZone(zone).toInstant());
  }

  private static @Nullable String stripped(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
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

  public @Nullable String getUser() {
    return user;
  }

  public void setUser(@Nullable String user) {
    this.user = user;
  }

  public @Nullable AuditAction getAction() {
    return action;
  }

  public void setAction(@Nullable AuditAction action) {
    this.action = action;
  }

  public @Nullable String getObject() {
    return object;
  }

  public void setObject(@Nullable String object) {
    this.object = object;
  }

  public AuditEntry.@Nullable Outcome getOutcome() {
    return outcome;
  }

  public void setOutcome(AuditEntry.@Nullable Outcome outcome) {
    this.outcome = outcome;
  }
}
