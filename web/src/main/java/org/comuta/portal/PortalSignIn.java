package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import org.comuta.identity.PortalSession;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SessionKind;
import org.comuta.identity.SignIn;
import org.comuta.portal.navigation.PortalPages;
import org.comuta.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** What follows a try to sign in, by password or by code. One request only. */
@RequestScoped
public class PortalSignIn {
  @Inject private SessionBean sessions;
  @Inject private HttpServletRequest request;
  @Inject private Language language;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PortalSignIn() {}

  /** Where to go on; null to stay, and then the page says why. */
  @Nullable String goOn(SignIn result, String refused) {
    return switch (result) {
      case SignIn.Accepted accepted -> begin(accepted);
      case SignIn.CodeNeeded needed -> askForCode(needed.user().name());
      case SignIn.Refused ignored -> refuse(refused);
      case SignIn.Locked locked -> refuse(lockedText(language, locked.until()));
      case SignIn.Busy ignored -> refuse(language.text("signIn.busy"));
    };
  }

  private String begin(SignIn.Accepted accepted) {
    HttpSession session = newSession();
    String client = request.getHeader("User-Agent");
    PortalSession ours =
        sessions.begin(
            accepted.user(),
            SessionKind.PORTAL,
            request.getRemoteAddr(),
            client == null ? "" : client);
    session.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(ours.userName(), ours.id()));
    return PortalPages.first(accepted.granted()::contains) + "?faces-redirect=true";
  }

  private String askForCode(String name) {
    HttpSession session = newSession();
    session.setMaxInactiveInterval(HalfSignedIn.SECONDS);
    session.setAttribute(
        HalfSignedIn.ATTRIBUTE,
        new HalfSignedIn(name, Instant.now().plusSeconds(HalfSignedIn.SECONDS)));
    return "/sign-in-code.xhtml?faces-redirect=true";
  }

  /** A new session, so that one known before the sign-in is worth nothing. */
  private HttpSession newSession() {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    return request.getSession(true);
  }

  private static @Nullable String refuse(String why) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
    return null;
  }

  static String lockedText(Language language, Instant until) {
    long minutes = Math.max(1, Duration.between(Instant.now(), until).plusSeconds(59).toMinutes());
    return MessageFormat.format(language.text("signIn.locked"), minutes);
  }
}
