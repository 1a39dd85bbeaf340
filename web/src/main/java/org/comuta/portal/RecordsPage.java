package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.call.CallRecord;
import org.comuta.call.Release;
import org.comuta.cdr.CallRecordsBean;
import org.comuta.portal.table.CallRecordsTable;
import org.comuta.portal.table.Table;
import org.jspecify.annotations.Nullable;

/** The page of call records, and all of one of them. */
@Named
@ViewScoped
public class RecordsPage implements Serializable {
  @Inject private CallRecordsBean records;
  @Inject private Table<CallRecord> table;

  private @Nullable String shownId;
  private transient @Nullable CallRecord shown;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RecordsPage() {}

  @PostConstruct
  void open() {
    table.show(CallRecordsTable.ID);
  }

  public Table<CallRecord> getTable() {
    return table;
  }

  /** Shows all of one record. */
  public void show(String id) {
    shownId = id;
    shown = null;
  }

  /** The record to show all of; null when none was chosen, or it is there no more. */
  public @Nullable CallRecord getShown() {
    if (shown == null && shownId != null) {
      shown = records.find(shownId).orElse(null);
    }
    return shown;
  }

  /** What the exchange itself found wrong, on either leg; empty when nothing. */
  public String failure(CallRecord call) {
    return RecordText.failure(call);
  }

  /** How a leg ended, in one line; empty when there was none. */
  public String release(@Nullable Release release) {
    return RecordText.release(release);
  }
}
