package org.comuta.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** Users and their sign-in, in transactions. Any thread. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class IdentityBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public IdentityBean() {}

  /** Signs in to the portal; written to the audit log. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn signIn(String name, String password, String address) {
    return signIn(name, password, address, true);
  }

  /** Verifies the password of one request of a program; only failures are written. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn verify(String name, String password, String address) {
    return signIn(name, password, address, false);
  }

  /** Signs in to the portal with a code of the second factor, after the password. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn signInWithCode(String name, String code, String address) {
    return parts.authenticator.signInWithCode(name, code, address);
  }

  /** Verifies the bearer token of one request. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignIn verifyToken(String secret, String address) {
    return parts.authenticator.signInWithToken(secret, address);
  }

  /** All users, by name. */
  public List<User> users() {
    return parts.users.all();
  }

  /** The user of this name, or null. */
  public @Nullable User user(String name) {
    return parts.users.find(name);
  }

  /**
   * Creates or changes a user. Another password, or being disabled, ends the user's sessions.
   *
   * @param mayGive rights of the one who asks: a user with more is neither made nor touched
   */
  public UserOutcome save(UserChange change, Rights mayGive, Actor actor) {
    User before = parts.users.find(change.name());
    UserOutcome outcome =
        change.provider() == null || parts.providerUsers.find(change.provider()) != null
            ? parts.users.save(change, mayGive)
            : new UserOutcome.Invalid(
                List.of(
                    new Problem(
                        "provider", "reference", "There is no such provider of identities.")));
    finish(
        outcome,
        AuditAction.USER_SAVE,
        change.name(),
        UserDifferences.between(before, change),
        actor);
    return outcome;
  }

  /** Deletes a user, with the tokens; {@code mayGive} as in {@link #save}. */
  public UserOutcome delete(String name, Rights mayGive, Actor actor) {
    UserOutcome outcome = parts.users.delete(name, mayGive);
    finish(outcome, AuditAction.USER_DELETE, name, "", actor);
    return outcome;
  }

  /** Makes the first user; false, and nothing happens, when there is one already. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean createFirst(String name, String password) {
    if (!parts.users.createFirst(name, password)) {
      return false;
    }
    parts.audit.write(
        Actor.SERVER, AuditAction.USER_SAVE, "user", name, AuditEntry.Outcome.DONE, "first user");
    return true;
  }

  private SignIn signIn(String name, String password, String address, boolean audited) {
    try {
      return parts.authenticator.signIn(name, password, address, audited);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new SignIn.Busy();
    }
  }

  private void finish(
      UserOutcome outcome, AuditAction action, String name, String detail, Actor actor) {
    AuditEntry.Outcome done =
        switch (outcome) {
          case UserOutcome.Created ignored -> AuditEntry.Outcome.DONE;
          case UserOutcome.Changed ignored -> AuditEntry.Outcome.DONE;
          case UserOutcome.Deleted ignored -> AuditEntry.Outcome.DONE;
          case UserOutcome.Missing ignored -> AuditEntry.Outcome.REFUSED;
          case UserOutcome.Invalid ignored -> AuditEntry.Outcome.REFUSED;
          case UserOutcome.BeyondRights ignored -> AuditEntry.Outcome.REFUSED;
          case UserOutcome.LastAdministrator ignored -> AuditEntry.Outcome.REFUSED;
        };
    parts.audit.write(actor, action, "user", name, done, detail);
    if (done == AuditEntry.Outcome.DONE) {
      parts.forgetWhenCommitted();
    }
  }
}
