package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.Right;
import org.comuta.identity.Role;

/** Who looks at the page, and what they may do. One request only. */
@Named
@RequestScoped
public class Account {
  @Inject private HttpServletRequest request;
  @Inject private AuditBean audit;

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

  public String getRole() {
    return role().map(Role::name).orElse("");
  }

  public boolean isMayHangUp() {
    return may(Right.CONTROL_CALLS);
  }

  public boolean isMayConfigure() {
    return may(Right.CONFIGURE);
  }

  boolean may(Right right) {
    return role().map(role -> role.may(right)).orElse(false);
  }

  Actor actor() {
    return new Actor(getName(), request.getRemoteAddr());
  }

  /** Ends the session. */
  public String signOut() {
    HttpSession session = request.getSession(false);
    if (session != null) {
      audit.write(actor(), AuditAction.SIGN_OUT, "user", getName(), AuditEntry.Outcome.DONE, "");
      session.invalidate();
    }
    return "/sign-in.xhtml?faces-redirect=true";
  }
}
