package org.comuta.portal;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;

/**
 * Sessions of those who have not signed in are short, so that they cannot fill the memory. There
 * are some because PrimeFaces keeps the nonce of a page in one.
 */
@WebListener
public class AnonymousSessions implements HttpSessionListener {
  private static final int ANONYMOUS_SECONDS = (int) Duration.ofMinutes(2).toSeconds();

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    event.getSession().setMaxInactiveInterval(ANONYMOUS_SECONDS);
  }
}
