package org.comuta.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has given the right password and not yet the code, kept in the session of the
 * browser.
 *
 * @param until the password must be given again from then on
 * @param link the provider that signed in, where it was no password; null for none
 */
record HalfSignedIn(String name, Instant until, @Nullable ProviderLink link)
    implements Serializable {
  /** Name of the attribute of the session. */
  static final String ATTRIBUTE = HalfSignedIn.class.getName();

  /** How long the code may take. */
  static final int SECONDS = 300;

  /** Who has done that in the session of a request, or null. */
  static @Nullable HalfSignedIn of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof HalfSignedIn half
            && Instant.now().isBefore(half.until())
        ? half
        : null;
  }
}
