package org.comuta.identity;

/** How much somebody may do in an {@link Area}; each covers those before it. */
public enum Level {
  /** The area is not there for this user. */
  NONE,
  /** See, and change nothing. */
  READ,
  /** See, change and act. */
  FULL;

  /** Whether this is enough where that is asked for. */
  public boolean covers(Level asked) {
    return compareTo(asked) >= 0;
  }
}
