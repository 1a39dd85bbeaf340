package org.comuta.identity;

/** What a lock of the sign-in holds for. */
public enum LockKind {
  /** A user at one address. */
  USER_AT_ADDRESS,
  /** A user, wherever. */
  USER,
  /** Everybody at an address. */
  ADDRESS
}
