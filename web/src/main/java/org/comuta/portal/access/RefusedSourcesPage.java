package org.comuta.portal.access;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.access.RefusedSource;
import org.comuta.portal.table.RefusedSourcesTable;
import org.comuta.portal.table.Table;

/** Who was refused lately. One view. */
@Named
@ViewScoped
public class RefusedSourcesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Table<RefusedSource> table;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RefusedSourcesPage() {}

  @PostConstruct
  void open() {
    table.showBeside(RefusedSourcesTable.ID, "refused");
  }

  public Table<RefusedSource> getTable() {
    return table;
  }
}
