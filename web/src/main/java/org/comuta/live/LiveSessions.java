package org.comuta.live;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.comuta.security.SignedIn;

/** Ends what is pushed with the session it is pushed to. */
@WebListener
public class LiveSessions implements HttpSessionListener {
  @Inject private LiveViewers viewers;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveSessions() {}

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    if (event.getSession().getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn) {
      viewers.over(signedIn.sessionId());
    }
  }
}
