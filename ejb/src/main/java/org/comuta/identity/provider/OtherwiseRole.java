package org.comuta.identity.provider;

import org.comuta.identity.Role;
import org.jspecify.annotations.Nullable;

/** The role of those whom no group gives one. Nobody becomes an administrator so. */
public enum OtherwiseRole {
  /** They are refused. */
  NONE(null),
  EMPLOYEE(Role.EMPLOYEE),
  OPERATOR(Role.OPERATOR),
  SUPERVISOR(Role.SUPERVISOR);

  private final @Nullable Role role;

  OtherwiseRole(@Nullable Role role) {
    this.role = role;
  }

  /** Null for none. */
  @Nullable Role role() {
    return role;
  }
}
