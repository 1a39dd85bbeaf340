package org.comuta.identity;

import java.time.Instant;

/**
 * Somebody who may sign in, without the password. Immutable; the words of the API.
 *
 * @param name unique, lower case
 * @param fullName for people; may be empty
 * @param enabled whether sign-in is allowed
 * @param changedAt last change of anything, the password included
 */
public record User(
    String name,
    String fullName,
    Role role,
    boolean enabled,
    Instant createdAt,
    Instant changedAt) {

  /** Whether this user keeps the exchange administrable. */
  boolean isActiveAdministrator() {
    return enabled && role == Role.ADMINISTRATOR;
  }
}
