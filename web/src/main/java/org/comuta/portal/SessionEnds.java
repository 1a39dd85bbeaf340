package org.comuta.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.comuta.database.DatabaseTrouble;
import org.comuta.identity.SessionBean;
import org.comuta.security.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a session off the list when the server forgets the browser's. */
@WebListener
public class SessionEnds implements HttpSessionListener {
  private static final Logger LOG = LoggerFactory.getLogger(SessionEnds.class);

  @Inject private SessionBean sessions;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SessionEnds() {}

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    if (event.getSession().getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn) {
      try {
        sessions.over(signedIn.sessionId());
      } catch (RuntimeException failure) {
        if (!DatabaseTrouble.isBehind(failure)) {
          throw failure;
        }
        LOG.warn("A session stays on the list until it is too old: {}", failure.toString());
      }
    }
  }
}
