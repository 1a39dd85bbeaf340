package org.comuta.security;

import java.io.Serializable;

/**
 * Who is signed in to the portal, kept in the session of the browser.
 *
 * @param sessionId identity of the session that people see and can end
 */
public record SignedIn(String name, String sessionId) implements Serializable {
  /** Name of the attribute of the session. */
  public static final String ATTRIBUTE = SignedIn.class.getName();
}
