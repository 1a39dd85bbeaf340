package org.comuta.account;

import jakarta.servlet.ServletRequest;
import org.comuta.identity.Due;

/** What the one who sends a request must do before anything else. */
public final class Dues {
  private static final String ATTRIBUTE = Dues.class.getName();

  private Dues() {}

  /** Says it of a request. */
  public static void say(ServletRequest request, Due due) {
    request.setAttribute(ATTRIBUTE, due);
  }

  /** What was said of a request. */
  public static Due of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Due due ? due : Due.NOTHING;
  }
}
