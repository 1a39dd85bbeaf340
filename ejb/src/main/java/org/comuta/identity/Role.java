package org.comuta.identity;

/** What a user is, and so what the user may do. */
public enum Role {
  ADMINISTRATOR,
  SUPERVISOR,
  OPERATOR;

  /** Whether this role may do it. */
  public boolean may(Right right) {
    return switch (this) {
      case ADMINISTRATOR -> true;
      case SUPERVISOR -> right == Right.READ || right == Right.CONTROL_CALLS;
      case OPERATOR -> right == Right.READ;
    };
  }
}
