package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import org.comuta.identity.PortalSession;
import org.comuta.identity.Right;
import org.comuta.identity.SessionBean;

/** What can be done with sessions of the portal, and on the own account's page the own ones. */
@Named
@RequestScoped
public class SessionsPage {
  @Inject private SessionBean sessions;
  @Inject private Account account;
  @Inject private Language language;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SessionsPage() {}

  public List<PortalSession> getOwn() {
    return sessions.sessions(account.getName());
  }

  /** Whether it is the one that the page is looked at in. */
  public boolean isThis(PortalSession session) {
    return session.id().equals(account.sessionId());
  }

  /** Ends one, at once. */
  public void end(String id) {
    PortalSession session = sessions.session(id);
    if (session != null && mayEndThoseOf(session.userName())) {
      sessions.end(session, account.actor());
      tell(MessageFormat.format(language.text("sessions.ended"), 1));
    }
  }

  /** Ends those of a user but the one that the page is looked at in. */
  public void endAll(String userName) {
    if (mayEndThoseOf(userName)) {
      int ended = sessions.endAll(userName, account.sessionId(), account.actor());
      tell(MessageFormat.format(language.text("sessions.ended"), ended));
    }
  }

  private boolean mayEndThoseOf(String userName) {
    return account.may(Right.ADMINISTER) || userName.equals(account.getName());
  }

  private static void tell(String text) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
  }
}
