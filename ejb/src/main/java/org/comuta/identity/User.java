package org.comuta.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who may sign in, without the password. Immutable; the words of the API.
 *
 * @param name unique, lower case
 * @param fullName for people; may be empty
 * @param rights where they differ from those of the role
 * @param enabled whether sign-in is allowed
 * @param changedAt last change of anything, the password included
 * @param passwordChangedAt when the password became what it is
 * @param mustChangePassword whether the user may do nothing else before changing the password
 * @param secondFactor whether sign-in needs a code besides the password
 * @param origin who knows the user and decides on the password
 */
public record User(
    String name,
    String fullName,
    Role role,
    OwnRights rights,
    boolean enabled,
    Instant createdAt,
    Instant changedAt,
    Instant passwordChangedAt,
    boolean mustChangePassword,
    boolean secondFactor,
    Origin origin) {

  /** What this user may do: the rights of the role, and over them the own ones. */
  public Rights effectiveRights() {
    return rights.over(role.rights());
  }

  /** Whether the user, or a token of the user, may do anything at all. */
  public boolean isActive() {
    return enabled && origin.present();
  }

  /** What this user must do now before anything else. */
  Due due(SignInPolicy policy, Instant now) {
    boolean tooOld =
        origin.isLocal()
            && policy.passwordAge() > 0
            && !now.isBefore(passwordChangedAt.plus(Duration.ofDays(policy.passwordAge())));
    if (mustChangePassword || tooOld) {
      return Due.PASSWORD;
    }
    return policy.secondFactorFor().contains(role) && !secondFactor
        ? Due.SECOND_FACTOR
        : Due.NOTHING;
  }

  /**
   * Whether this user keeps the exchange administrable: nobody else can give all rights, and no
   * directory has to answer.
   */
  boolean isActiveAdministrator() {
    return enabled && origin.isLocal() && effectiveRights().equals(Rights.ALL);
  }
}
