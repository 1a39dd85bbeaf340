package org.comuta.portal.history;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.configuration.Revision;
import org.comuta.portal.table.RevisionsTable;
import org.comuta.portal.table.Table;
import org.jspecify.annotations.Nullable;

/** The page of all revisions, the last one first. */
@Named
@ViewScoped
public class HistoryPage implements Serializable {
  @Inject private ConfigurationBean configuration;
  @Inject private Table<Revision> table;

  private transient @Nullable ConfigurationStatus status;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public HistoryPage() {}

  @PostConstruct
  void open() {
    table.show(RevisionsTable.ID);
  }

  public Table<Revision> getTable() {
    return table;
  }

  /** Which revisions are saved and live. */
  public ConfigurationStatus getStatus() {
    ConfigurationStatus known = status;
    if (known == null) {
      known = configuration.status();
      status = known;
    }
    return known;
  }
}
