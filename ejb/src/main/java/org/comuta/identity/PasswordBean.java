package org.comuta.identity;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Lets people change their own passwords. What takes time (comparing) happens before the
 * transaction begins. Any thread.
 */
@Stateless
public class PasswordBean {
  @Inject private IdentityParts parts;
  @EJB private PasswordWriterBean writer;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PasswordBean() {}

  /**
   * Changes the password of the one who asks. A wrong current one counts as a failed sign-in.
   *
   * @param session identity of the session that goes on; null when all end
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public PasswordOutcome change(
      String current, String next, @Nullable String session, Actor actor) {
    try {
      return switch (parts.authenticator.signIn(actor.name(), current, actor.peer(), false)) {
        case SignIn.Accepted accepted -> changed(accepted.user(), current, next, session, actor);
        case SignIn.CodeNeeded needed -> changed(needed.user(), current, next, session, actor);
        case SignIn.Refused ignored -> new PasswordOutcome.WrongPassword();
        case SignIn.Locked locked -> new PasswordOutcome.Locked(locked.until());
        case SignIn.Busy ignored -> new PasswordOutcome.Busy();
        case SignIn.DirectoryAway ignored -> new PasswordOutcome.DirectoryAway();
      };
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new PasswordOutcome.Busy();
    }
  }

  private PasswordOutcome changed(
      User user, String current, String next, @Nullable String session, Actor actor)
      throws InterruptedException {
    if (!user.origin().isLocal()) {
      return new PasswordOutcome.Invalid(
          List.of(
              new Problem(
                  "newPassword",
                  "origin",
                  "newPassword: the password is kept by " + user.origin().name() + ".")));
    }
    PasswordOutcome objection = parts.users.objection(user.name(), current, next);
    if (objection != null) {
      return objection;
    }
    writer.write(user.name(), parts.users.hash(next), session, actor);
    return new PasswordOutcome.Changed();
  }
}
