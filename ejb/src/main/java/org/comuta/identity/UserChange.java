package org.comuta.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a user is to become.
 *
 * @param rights where they are to differ from those of the role
 * @param password the new password; null keeps the one there is, which a new user has not
 * @param mustChangePassword whether the user may do nothing else before changing the password; null
 *     for no after a new password, and otherwise as it is
 * @param provider of a new user: the provider of identities that signs the user in, who then has no
 *     password here; null for none
 */
public record UserChange(
    String name,
    String fullName,
    Role role,
    OwnRights rights,
    boolean enabled,
    @Nullable String password,
    @Nullable Boolean mustChangePassword,
    @Nullable String provider) {

  /** Of a user who has a password here, or is there already. */
  public UserChange(
      String name,
      String fullName,
      Role role,
      OwnRights rights,
      boolean enabled,
      @Nullable String password,
      @Nullable Boolean mustChangePassword) {
    this(name, fullName, role, rights, enabled, password, mustChangePassword, null);
  }

  /** With nothing said of whether the password must be changed. */
  public UserChange(
      String name,
      String fullName,
      Role role,
      OwnRights rights,
      boolean enabled,
      @Nullable String password) {
    this(name, fullName, role, rights, enabled, password, null);
  }

  /** Without the password, so that it never reaches a log. */
  @Override
  public String toString() {
    return "UserChange[name="
        + name
        + ", role="
        + role
        + ", rights="
        + rights
        + ", enabled="
        + enabled
        + ", mustChangePassword="
        + mustChangePassword
        + "]";
  }

  /** Whether the password must be changed then. */
  boolean passwordDueAfter(@Nullable User before) {
    if (mustChangePassword != null) {
      return mustChangePassword;
    }
    return password == null && before != null && before.mustChangePassword();
  }

  /** What the user could do then. */
  Rights effectiveRights() {
    return rights.over(role.rights());
  }
}
