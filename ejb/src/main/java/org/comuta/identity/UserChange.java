package org.comuta.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a user is to become.
 *
 * @param password the new password; null keeps the one there is, which a new user has not
 */
public record UserChange(
    String name, String fullName, Role role, boolean enabled, @Nullable String password) {

  /** Without the password, so that it never reaches a log. */
  @Override
  public String toString() {
    return "UserChange[name=" + name + ", role=" + role + ", enabled=" + enabled + "]";
  }
}
