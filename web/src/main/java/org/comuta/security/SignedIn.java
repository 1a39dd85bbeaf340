package org.comuta.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * Who is signed in to the portal, kept in the session.
 *
 * @param changedAt last change of the user when signing in; a later one ends the session
 */
public record SignedIn(String name, Instant changedAt) implements Serializable {
  /** Name of the attribute of the session. */
  public static final String ATTRIBUTE = SignedIn.class.getName();
}
