package org.comuta.identity;

/** What a user is, and so what the user may do where the user has no rights of its own. */
public enum Role {
  ADMINISTRATOR,
  SUPERVISOR,
  OPERATOR,
  /** Sees nothing but the own account. */
  EMPLOYEE;

  /** What this role may do. */
  public Rights rights() {
    return switch (this) {
      case ADMINISTRATOR -> Rights.ALL;
      case SUPERVISOR -> new Rights(Level.READ, Level.FULL, Level.READ, Level.NONE);
      case OPERATOR -> new Rights(Level.READ, Level.READ, Level.READ, Level.NONE);
      case EMPLOYEE -> Rights.NONE;
    };
  }
}
