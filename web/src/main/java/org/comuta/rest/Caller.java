package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.comuta.account.PeerAddress;
import org.comuta.account.WayIn;
import org.comuta.configuration.Editor;
import org.comuta.identity.Actor;
import org.comuta.identity.Rights;
import org.comuta.interfaces.InterfaceService;

/** Who sent the request that is being answered. One request only. */
@RequestScoped
public class Caller {
  @Inject private HttpServletRequest request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Caller() {}

  /** Name of the user; empty for nobody. */
  public String name() {
    Principal user = request.getUserPrincipal();
    return user == null ? "" : user.getName();
  }

  /** What the user may do. */
  public Rights rights() {
    return Rights.where(right -> request.isUserInRole(right.name()));
  }

  /** For the audit log. */
  public Actor actor() {
    return new Actor(name(), PeerAddress.of(request));
  }

  /** For revisions of the configuration. */
  public Editor editor() {
    return new Editor(name(), PeerAddress.of(request), WayIn.of(request, InterfaceService.API));
  }
}
