package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Public keys of users, in transactions. Any thread. */
@Stateless
public class SshKeyBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SshKeyBean() {}

  /** Those of a user, the newest first. */
  public List<SshKey> keys(String userName) {
    return parts.sshKeys.of(userName);
  }

  /** The key of this identity, or null. */
  public @Nullable SshKey key(String id) {
    return parts.sshKeys.find(id);
  }

  /**
   * Adds a key to a user.
   *
   * @param line as OpenSSH writes it
   * @param description for people; may be empty
   * @param mayGive rights of the one who asks, who could sign in with the key
   */
  public SshKeyOutcome add(
      String userName, String line, String description, Rights mayGive, Actor actor) {
    SshKeyOutcome outcome = add(userName, line, description, mayGive);
    boolean added = outcome instanceof SshKeyOutcome.Added;
    audit(
        actor,
        AuditAction.SSH_KEY_ADD,
        userName,
        added,
        outcome instanceof SshKeyOutcome.Added done ? text(done.key()) : "");
    return outcome;
  }

  private SshKeyOutcome add(String userName, String line, String description, Rights mayGive) {
    User user = parts.users.find(userName);
    if (user == null) {
      return new SshKeyOutcome.Missing();
    }
    if (!mayGive.cover(user.effectiveRights())) {
      return new SshKeyOutcome.BeyondRights();
    }
    SshKeys.Added added = parts.sshKeys.add(userName, line, description);
    SshKey key = added.key();
    return key == null ? new SshKeyOutcome.Invalid(added.problems()) : new SshKeyOutcome.Added(key);
  }

  /** Removes a key; {@code mayGive} as in {@link #add}. */
  public SshKeyOutcome remove(SshKey key, Rights mayGive, Actor actor) {
    User user = parts.users.find(key.userName());
    boolean covered = user != null && mayGive.cover(user.effectiveRights());
    boolean removed = covered && parts.sshKeys.remove(key);
    audit(actor, AuditAction.SSH_KEY_REMOVE, key.userName(), removed, text(key));
    if (!covered) {
      return new SshKeyOutcome.BeyondRights();
    }
    return removed ? new SshKeyOutcome.Removed() : new SshKeyOutcome.Missing();
  }

  private static String text(SshKey key) {
    return key.type() + " " + key.fingerprint();
  }

  private void audit(
      Actor actor, AuditAction action, String userName, boolean done, String detail) {
    parts.audit.write(
        actor,
        action,
        "user",
        userName,
        done ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        detail);
  }
}
