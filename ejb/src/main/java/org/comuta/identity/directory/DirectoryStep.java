package org.comuta.identity.directory;

/**
 * One step of a question to a directory, for people who look why it fails.
 *
 * @param detail in English, or a DN; no secret in it
 */
public record DirectoryStep(Kind kind, boolean done, String detail) {
  /** What was done. */
  public enum Kind {
    /** Reached a host, with TLS where there is to be. */
    CONNECT,
    /** Signed in as the one who searches. */
    BIND,
    /** Searched for the user. */
    SEARCH,
    /** Tried the user's password. */
    PASSWORD,
    /** Searched for the groups. */
    GROUPS,
    /** Found the role. */
    ROLE
  }
}
