package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.identity.Lock;
import org.comuta.identity.Right;
import org.comuta.identity.SignInPolicyBean;
import org.comuta.portal.table.LocksTable;
import org.comuta.portal.table.Table;

/** Sign-ins that are locked because of wrong passwords. One view. */
@Named
@ViewScoped
public class LocksPage implements Serializable {
  @Inject private SignInPolicyBean signIn;
  @Inject private Account account;
  @Inject private Table<Lock> table;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LocksPage() {}

  @PostConstruct
  void open() {
    table.show(LocksTable.ID);
  }

  public Table<Lock> getTable() {
    return table;
  }

  /** Ends one before its time. */
  public void unlock(String id) {
    if (account.may(Right.ADMINISTER)) {
      signIn.unlock(id, account.actor());
    }
  }
}
