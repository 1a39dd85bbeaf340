package org.comuta.identity;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param user who acted
 * @param address from where
 * @param kind kind of the object, such as {@code nap}; may be empty
 * @param object name of the object; may be empty
 * @param detail one line for people; may be empty
 */
public record AuditEntry(
    long id,
    Instant at,
    String user,
    String address,
    AuditAction action,
    String kind,
    String object,
    Outcome outcome,
    String detail) {
  /** How it went. */
  public enum Outcome {
    DONE,
    REFUSED,
    FAILED
  }
}
