package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Second factors of users, in transactions. Any thread. */
@Stateless
public class SecondFactorBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SecondFactorBean() {}

  /** Makes a key for the one who asks; null when there is a confirmed one already. */
  public @Nullable Enrolment propose(Actor actor) {
    return parts.secondFactors.propose(actor.name());
  }

  /** The key that was proposed to a user and is not confirmed yet, or null. */
  public @Nullable Enrolment proposed(String userName) {
    return parts.secondFactors.proposed(userName);
  }

  /**
   * Confirms the key of the one who asks; the recovery codes, or null for a wrong code. Wrong ones
   * are not counted: whoever asks has just been told the key, so there is nothing to guess.
   */
  public @Nullable List<String> confirm(String code, Actor actor) {
    List<String> recoveryCodes = parts.secondFactors.confirm(actor.name(), code);
    audit(actor, AuditAction.SECOND_FACTOR_SET, actor.name(), recoveryCodes != null);
    return recoveryCodes;
  }

  /**
   * Removes the one of the one who asks, who must give a code of it. Wrong ones count and lock as
   * at sign-in.
   */
  public SecondFactorOutcome removeOwn(String code, Actor actor) {
    SecondFactorOutcome outcome = parts.authenticator.removeSecondFactor(code, actor);
    if (outcome instanceof SecondFactorOutcome.Removed) {
      parts.forgetWhenCommitted();
    }
    return outcome;
  }

  /**
   * Removes the one of a user who lost it.
   *
   * @param mayGive rights of the one who asks: of a user with more it is not removed
   * @return whether it was
   */
  public boolean remove(User user, Rights mayGive, Actor actor) {
    boolean covered = mayGive.cover(user.effectiveRights());
    if (covered) {
      parts.secondFactors.remove(user.name());
      parts.sessions.endAll(user.name(), null);
    }
    audit(actor, AuditAction.SECOND_FACTOR_REMOVE, user.name(), covered);
    return covered;
  }

  /** How many recovery codes of a user have not been used. */
  public long recoveryCodesLeft(String userName) {
    return parts.secondFactors.recoveryCodesLeft(userName);
  }

  private void audit(Actor actor, AuditAction action, String userName, boolean done) {
    parts.audit.write(
        actor,
        action,
        "user",
        userName,
        done ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        "");
    if (done) {
      parts.forgetWhenCommitted();
    }
  }
}
