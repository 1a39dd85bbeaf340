package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.portal.table.NapStatesTable;
import org.comuta.portal.table.Table;
import org.comuta.statistics.NapState;
import org.comuta.statistics.Period;

/** The page of the NAPs and how they fare, which a script refreshes. One view. */
@Named
@ViewScoped
public class NapStatesPage implements Serializable {
  @Inject private NapStatesTable states;
  @Inject private Table<NapState> table;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public NapStatesPage() {}

  @PostConstruct
  void open() {
    table.show(NapStatesTable.ID);
  }

  public Table<NapState> getTable() {
    return table;
  }

  /** The time that figures are of, as it was left. */
  public Period getPeriod() {
    return states.period();
  }
}
