package org.comuta.identity;

/** What somebody must do before anything else. */
public enum Due {
  NOTHING,
  /** Change the password: it was reset, or is too old. */
  PASSWORD,
  /** Set up a second factor: the role must have one. */
  SECOND_FACTOR
}
