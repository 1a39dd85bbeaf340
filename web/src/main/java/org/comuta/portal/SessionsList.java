package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.identity.PortalSession;
import org.comuta.portal.table.SessionsTable;
import org.comuta.portal.table.Table;

/** The page of everybody's sessions of the portal. */
@Named
@ViewScoped
public class SessionsList implements Serializable {
  @Inject private Table<PortalSession> table;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SessionsList() {}

  @PostConstruct
  void open() {
    table.show(SessionsTable.ID);
  }

  public Table<PortalSession> getTable() {
    return table;
  }
}
