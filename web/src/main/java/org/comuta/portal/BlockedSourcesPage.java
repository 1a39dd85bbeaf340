package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.identity.Right;
import org.comuta.intrusion.BlockedSource;
import org.comuta.operation.SourceOperations;
import org.comuta.portal.table.BlockedSourcesTable;
import org.comuta.portal.table.Table;

/** Sources of SIP that are blocked for a while. One view. */
@Named
@ViewScoped
public class BlockedSourcesPage implements Serializable {
  @Inject private SourceOperations sources;
  @Inject private Account account;
  @Inject private Table<BlockedSource> table;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BlockedSourcesPage() {}

  @PostConstruct
  void open() {
    table.show(BlockedSourcesTable.ID);
  }

  public Table<BlockedSource> getTable() {
    return table;
  }

  /** Ends a block before its time. */
  public void release(String address) {
    if (account.may(Right.OPERATE)) {
      sources.release(address, account.actor());
    }
  }
}
