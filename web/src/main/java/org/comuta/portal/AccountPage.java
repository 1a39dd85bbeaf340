package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.identity.Area;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.Level;
import org.comuta.identity.User;
import org.jspecify.annotations.Nullable;

/** The page about the one who looks at it. One request only. */
@Named
@RequestScoped
public class AccountPage {
  @Inject private IdentityBean identity;
  @Inject private Account account;

  private @Nullable User user;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccountPage() {}

  /** Null when the user was deleted a moment ago. */
  public @Nullable User getUser() {
    if (user == null) {
      user = identity.user(account.getName());
    }
    return user;
  }

  public List<Area> getAreas() {
    return List.of(Area.values());
  }

  /** What the user may do in an area, once nothing is due. */
  public Level level(Area area) {
    User shown = getUser();
    return shown == null ? Level.NONE : shown.effectiveRights().in(area);
  }
}
