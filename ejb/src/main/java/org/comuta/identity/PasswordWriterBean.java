package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Writes the new password of a user, in a transaction. Any thread. */
@Stateless
public class PasswordWriterBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PasswordWriterBean() {}

  /** Keeps the hash of a password that was checked, and ends the other sessions of its user. */
  public void write(String userName, String hash, @Nullable String session, Actor actor) {
    parts.users.setOwnPassword(userName, hash, session);
    parts.audit.write(
        actor, AuditAction.PASSWORD_CHANGE, "user", userName, AuditEntry.Outcome.DONE, "");
    parts.forgetWhenCommitted();
  }
}
