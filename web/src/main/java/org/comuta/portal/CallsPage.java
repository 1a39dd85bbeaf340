package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.identity.Right;
import org.comuta.operation.LiveCallOperations;
import org.comuta.portal.table.LiveCallsTable;
import org.comuta.portal.table.LiveCallsTable.LiveCall;
import org.comuta.portal.table.Table;

/** The page of live calls, which a script refreshes when calls come, go or change. */
@Named
@ViewScoped
public class CallsPage implements Serializable {
  @Inject private LiveCallOperations calls;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private Table<LiveCall> table;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CallsPage() {}

  @PostConstruct
  void open() {
    table.show(LiveCallsTable.ID);
  }

  public Table<LiveCall> getTable() {
    return table;
  }

  /** Asks for the end of a call and says what came of it. */
  public void hangUp(String callId) {
    if (!account.may(Right.OPERATE)) {
      return;
    }
    boolean ending = calls.hangUp(callId, account.actor()) == LiveCallOperations.HangUp.ENDING;
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                ending ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                language.text(ending ? "calls.ending" : "calls.gone"),
                null));
  }
}
