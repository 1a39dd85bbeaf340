package org.comuta.identity;

/**
 * Who knows a user and decides on sign-in. Immutable; the words of the API.
 *
 * @param name of the directory or provider; empty for those of the exchange itself
 * @param subject what the directory or provider knows the user by, which it gives to nobody else
 * @param present whether the user was there when it was asked last, and had a role; if not, neither
 *     the user nor a token of the user may do anything
 */
public record Origin(Kind kind, String name, String subject, boolean present) {
  /** What kind of place it is. */
  public enum Kind {
    /** The exchange itself keeps the password. */
    LOCAL,
    /** A directory is asked for it. */
    DIRECTORY,
    /** A provider of identities signs the user in. */
    PROVIDER
  }

  /** The exchange itself. */
  public static final Origin LOCAL = new Origin(Kind.LOCAL, "", "", true);

  /** Whether the exchange itself knows the user. */
  public boolean isLocal() {
    return kind == Kind.LOCAL;
  }
}
