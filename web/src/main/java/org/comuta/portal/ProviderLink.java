package org.comuta.portal;

import java.io.Serializable;
import org.comuta.identity.provider.ProviderPerson;

/**
 * By which provider somebody signed in, kept in the session of the browser.
 *
 * @param person who it is there
 */
public record ProviderLink(String provider, ProviderPerson person) implements Serializable {
  /** Name of the attribute of the session. */
  public static final String ATTRIBUTE = ProviderLink.class.getName();
}
