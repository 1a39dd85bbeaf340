package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import org.comuta.identity.SignIn;
import org.jspecify.annotations.Nullable;

/** What follows a try to sign in, by password or by code. One request only. */
@RequestScoped
public class PortalSignIn {
  private static final String REDIRECT = "?faces-redirect=true";

  @Inject private SignInSessions sessions;
  @Inject private Language language;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PortalSignIn() {}

  /**
   * Where to go on; null to stay, and then the page says why.
   *
   * @param link by which provider somebody has signed in before the code; null for none
   */
  @Nullable String goOn(SignIn result, @Nullable ProviderLink link, String refused) {
    return switch (result) {
      case SignIn.Accepted accepted -> sessions.begin(accepted, link) + REDIRECT;
      case SignIn.CodeNeeded needed -> sessions.askForCode(needed.user().name(), link) + REDIRECT;
      case SignIn.Refused ignored -> refuse(refused);
      case SignIn.Locked locked -> refuse(lockedText(language, locked.until()));
      case SignIn.Busy ignored -> refuse(language.text("signIn.busy"));
      case SignIn.DirectoryAway ignored -> refuse(language.text("signIn.directoryAway"));
    };
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
