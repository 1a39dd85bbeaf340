package org.comuta.portal;

import java.io.Serializable;
import java.net.URI;

/**
 * Where the browser goes to sign out at a provider, kept in its session for a moment.
 *
 * @param address with the ID token in it, so it is never shown
 */
public record EndThere(URI address) implements Serializable {
  /** Name of the attribute of the session. */
  public static final String ATTRIBUTE = EndThere.class.getName();

  /** Path that sends the browser there. */
  public static final String PATH = "/sign-in/end";
}
