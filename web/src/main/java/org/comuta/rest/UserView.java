package org.comuta.rest;

import java.time.Instant;
import org.comuta.identity.Origin;
import org.comuta.identity.OwnRights;
import org.comuta.identity.Rights;
import org.comuta.identity.Role;
import org.comuta.identity.User;

/**
 * A user as the API tells it.
 *
 * @param rights where they differ from those of the role
 * @param effectiveRights what the user may do
 * @param origin who decides on the password
 */
record UserView(
    String name,
    String fullName,
    Role role,
    OwnRights rights,
    Rights effectiveRights,
    boolean enabled,
    Instant createdAt,
    Instant changedAt,
    Instant passwordChangedAt,
    boolean mustChangePassword,
    boolean secondFactor,
    Origin origin) {
  static UserView of(User user) {
    return new UserView(
        user.name(),
        user.fullName(),
        user.role(),
        user.rights(),
        user.effectiveRights(),
        user.enabled(),
        user.createdAt(),
        user.changedAt(),
        user.passwordChangedAt(),
        user.mustChangePassword(),
        user.secondFactor(),
        user.origin());
  }
}
