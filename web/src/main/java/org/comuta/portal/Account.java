package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import org.comuta.account.Dues;
import org.comuta.account.WayIn;
import org.comuta.configuration.Editor;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.Due;
import org.comuta.identity.ProviderBean;
import org.comuta.identity.Right;
import org.comuta.identity.Rights;
import org.comuta.identity.Role;
import org.comuta.interfaces.InterfaceService;
import org.comuta.portal.navigation.PortalPages;
import org.comuta.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, and what they may do. One request only. */
@Named
@RequestScoped
public class Account {
  @Inject private HttpServletRequest request;
  @Inject private AuditBean audit;
  @Inject private ProviderBean providers;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Account() {}

  public String getName() {
    Principal user = request.getUserPrincipal();
    return user == null ? "" : user.getName();
  }

  /** The role; nobody has none. */
  public Optional<Role> role() {
    return Arrays.stream(Role.values())
        .filter(role -> request.isUserInRole(role.name()))
        .findFirst();
  }

  /** Two letters that stand for the name. */
  public String getInitials() {
    return initials(getName());
  }

  static String initials(String name) {
    String[] words = name.split("[._ -]+", 3);
    return words.length > 1 && !words[0].isEmpty() && !words[1].isEmpty()
        ? words[0].substring(0, 1) + words[1].charAt(0)
        : name.substring(0, Math.min(2, name.length()));
  }

  public String getRole() {
    return role().map(Role::name).orElse("");
  }

  /** Levels by area. */
  public Rights getRights() {
    return Rights.where(this::may);
  }

  /** Identity of the session of the portal; null where there is none. */
  @Nullable String sessionId() {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn
        ? signedIn.sessionId()
        : null;
  }

  /** Whether the password has to be changed before anything else. */
  public boolean isPasswordDue() {
    return Dues.of(request) == Due.PASSWORD;
  }

  /** Whether a second factor has to be set up before anything else. */
  public boolean isSecondFactorDue() {
    return Dues.of(request) == Due.SECOND_FACTOR;
  }

  public boolean isMayHangUp() {
    return may(Right.OPERATE);
  }

  public boolean isMaySeeMonitoring() {
    return may(Right.SEE_MONITORING);
  }

  public boolean isMaySeeConfiguration() {
    return may(Right.SEE_CONFIGURATION);
  }

  public boolean isMaySeeAdministration() {
    return may(Right.SEE_ADMINISTRATION);
  }

  public boolean isMayAdminister() {
    return may(Right.ADMINISTER);
  }

  public boolean isMayDiagnose() {
    return may(Right.DIAGNOSE);
  }

  public boolean isMayConfigure() {
    return may(Right.CONFIGURE);
  }

  /** Path of the first page that may be seen. */
  public String getFirstPage() {
    return PortalPages.first(this::may);
  }

  /** Whether the one who looks may do it: the only place in the portal that decides. */
  public boolean may(Right right) {
    return request.isUserInRole(right.name());
  }

  /** Who it is, for the log of what people did. */
  public Actor actor() {
    return new Actor(getName(), request.getRemoteAddr());
  }

  /** Who it is, for the revisions of the configuration. */
  public Editor editor() {
    return new Editor(
        getName(), request.getRemoteAddr(), WayIn.of(request, InterfaceService.PORTAL));
  }

  /** Ends the session; where a provider signed in, the one there as well. */
  public @Nullable String signOut() {
    HttpSession session = request.getSession(false);
    if (session != null) {
      audit.write(actor(), AuditAction.SIGN_OUT, "user", getName(), AuditEntry.Outcome.DONE, "");
      Object link = session.getAttribute(ProviderLink.ATTRIBUTE);
      session.invalidate();
      if (link instanceof ProviderLink there) {
        return signOutThere(there);
      }
    }
    return "/sign-in.xhtml?faces-redirect=true";
  }

  private @Nullable String signOutThere(ProviderLink link) {
    URI address = providers.endSession(link.provider(), link.person().idToken());
    if (address == null) {
      return "/sign-in.xhtml?faces-redirect=true";
    }
    request.getSession(true).setAttribute(EndThere.ATTRIBUTE, new EndThere(address));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + EndThere.PATH);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return null;
  }
}
