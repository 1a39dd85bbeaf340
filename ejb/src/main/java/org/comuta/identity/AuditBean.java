package org.comuta.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.comuta.description.Problem;
import org.comuta.listing.Selection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of what administrators did, in transactions. Any thread. */
@Stateless
public class AuditBean {
  /** Longest that entries can be kept, other than for ever. */
  public static final int MOST_DAYS = 36_500;

  private static final Logger LOG = LoggerFactory.getLogger(AuditBean.class);

  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuditBean() {}

  /** Writes what somebody did to an object, and how it went. */
  public void write(
      Actor actor,
      AuditAction action,
      String kind,
      String object,
      AuditEntry.Outcome outcome,
      String detail) {
    parts.audit.write(actor, action, kind, object, outcome, detail);
  }

  /** The same, whatever becomes of the transaction of the caller. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void writeInAnyCase(
      Actor actor,
      AuditAction action,
      String kind,
      String object,
      AuditEntry.Outcome outcome,
      String detail) {
    write(actor, action, kind, object, outcome, detail);
  }

  /** Newest first. */
  public List<AuditEntry> page(AuditQuery query, int offset, int size) {
    return page(query.selection(), offset, size);
  }

  /**
   * Entries by their at, user, address, action, kind, object, outcome and detail; the newest first
   * where there is no other order.
   */
  public List<AuditEntry> page(Selection selection, int offset, int size) {
    return parts.audit.page(selection, offset, size);
  }

  /** How many entries there are. */
  public long count(AuditQuery query) {
    return count(query.selection());
  }

  /** How many entries there are. */
  public long count(Selection selection) {
    return parts.audit.count(selection);
  }

  /** Gives all of them, the newest first, however many there are. */
  public void forEach(AuditQuery query, Consumer<AuditEntry> each) {
    parts.audit.forEach(query, each);
  }

  /** Gives them for as long as each says to go on. */
  public void forEach(Selection selection, Predicate<AuditEntry> each) {
    parts.audit.forEach(selection, each);
  }

  /** Whether the log is as it was written. Reads all of it. */
  public AuditVerification verify() {
    return AuditVerifier.verify(parts.audit);
  }

  /** Days that entries are kept; 0 for ever. */
  public int keptDays() {
    return parts.audit.ends().keptDays();
  }

  /** Changes how long entries are kept; those too old go in the night. */
  public List<Problem> keep(int days, Actor actor) {
    if (days < 0 || days > MOST_DAYS) {
      return List.of(new Problem("days", "range", "days must be from 0 to " + MOST_DAYS + "."));
    }
    int before = keptDays();
    parts.audit.keep(days);
    write(
        actor,
        AuditAction.AUDIT_RETENTION_SAVE,
        "audit",
        "",
        AuditEntry.Outcome.DONE,
        "days: " + before + " → " + days);
    return List.of();
  }

  /** Removes what is too old. */
  @Schedule(hour = "3", minute = "17", persistent = false)
  public void removeOld() {
    long removed = parts.audit.removeOld();
    if (removed > 0) {
      LOG.info("{} entries of the audit log were too old and are removed.", removed);
    }
  }
}
