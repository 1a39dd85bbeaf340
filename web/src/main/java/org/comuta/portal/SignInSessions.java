package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.comuta.identity.PortalSession;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SessionKind;
import org.comuta.identity.SignIn;
import org.comuta.portal.navigation.PortalPages;
import org.comuta.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** Begins sessions of browsers, by whatever somebody signed in. One request only. */
@RequestScoped
public class SignInSessions {
  @Inject private SessionBean sessions;
  @Inject private HttpServletRequest request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SignInSessions() {}

  /**
   * Begins the session of somebody who has signed in.
   *
   * @param link by which provider; null for none
   * @return path of the page to go on with
   */
  public String begin(SignIn.Accepted accepted, @Nullable ProviderLink link) {
    HttpSession session = renewed();
    String header = request.getHeader("User-Agent");
    String client = header == null ? "" : header;
    String address = request.getRemoteAddr();
    PortalSession ours =
        link == null
            ? sessions.begin(accepted.user(), SessionKind.PORTAL, address, client)
            : sessions.begin(accepted.user(), address, client, link.provider(), link.person());
    session.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(ours.userName(), ours.id()));
    if (link != null) {
      session.setAttribute(ProviderLink.ATTRIBUTE, link);
    }
    return PortalPages.first(accepted.granted()::contains);
  }

  /** Waits for the code of somebody who needs one; path of the page that asks for it. */
  public String askForCode(String name, @Nullable ProviderLink link) {
    HttpSession session = renewed();
    session.setMaxInactiveInterval(HalfSignedIn.SECONDS);
    session.setAttribute(
        HalfSignedIn.ATTRIBUTE,
        new HalfSignedIn(name, Instant.now().plusSeconds(HalfSignedIn.SECONDS), link));
    return "/sign-in-code.xhtml";
  }

  /** A new session, so that one known before the sign-in is worth nothing. */
  private HttpSession renewed() {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    return request.getSession(true);
  }
}
