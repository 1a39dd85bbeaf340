package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.SignIn;
import org.comuta.identity.User;
import org.comuta.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** The sign-in page. One request only. */
@Named
@RequestScoped
public class SignInForm {
  @Inject private IdentityBean identity;
  @Inject private HttpServletRequest request;
  @Inject private Language language;

  private String name = "";
  private String password = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SignInForm() {}

  /** Signs in and goes to the portal, or says why not. */
  public @Nullable String signIn() {
    return switch (identity.signIn(name, password, request.getRemoteAddr())) {
      case SignIn.Accepted accepted -> begin(accepted.user());
      case SignIn.Refused ignored -> refuse(language.text("signIn.refused"));
      case SignIn.Locked locked ->
          refuse(
              MessageFormat.format(language.text("signIn.locked"), minutesUntil(locked.until())));
      case SignIn.Busy ignored -> refuse(language.text("signIn.busy"));
    };
  }

  /** A new session, so that one known before the sign-in is worth nothing. */
  private String begin(User user) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval(AnonymousSessions.SIGNED_IN_SECONDS);
    session.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(user.name(), user.changedAt()));
    return "/portal/calls.xhtml?faces-redirect=true";
  }

  private static @Nullable String refuse(String why) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
    return null;
  }

  private static long minutesUntil(Instant moment) {
    return Math.max(1, Duration.between(Instant.now(), moment).plusSeconds(59).toMinutes());
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }
}
