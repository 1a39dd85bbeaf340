package org.comuta.account;

import jakarta.servlet.ServletRequest;
import java.util.Set;
import org.comuta.identity.Right;

/**
 * What the one who sent a request may do as of now, for connections that outlive it. Each look
 * verifies the credentials again, so it may take a moment. Any thread.
 */
@FunctionalInterface
public interface Standing {
  /** Nobody's. */
  Standing NONE = Set::of;

  /** What may be done; nothing when the credentials do not count any more. */
  Set<Right> rights();

  /** Says it of a request. */
  static void say(ServletRequest request, Standing standing) {
    request.setAttribute(Standing.class.getName(), standing);
  }

  /** What was said of a request. */
  static Standing of(ServletRequest request) {
    return request.getAttribute(Standing.class.getName()) instanceof Standing standing
        ? standing
        : NONE;
  }
}
