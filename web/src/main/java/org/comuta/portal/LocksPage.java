package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.identity.Lock;
import org.comuta.identity.Right;
import org.comuta.identity.SignInPolicyBean;

/** Sign-ins that are locked because of wrong passwords. One request only. */
@Named
@RequestScoped
public class LocksPage {
  @Inject private SignInPolicyBean signIn;
  @Inject private Account account;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LocksPage() {}

  public List<Lock> getAll() {
    return signIn.locks();
  }

  /** Ends one before its time. */
  public void unlock(String id) {
    if (account.may(Right.ADMINISTER)) {
      signIn.unlock(id, account.actor());
    }
  }
}
