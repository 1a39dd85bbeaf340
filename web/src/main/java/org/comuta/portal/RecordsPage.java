package org.comuta.portal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.cdr.CallRecordsBean;
import org.comuta.cdr.store.CallRecordPage;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.cdr.store.InvalidQueryException;
import org.comuta.portal.personal.PersonalSettings;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page of call records, paged and filtered in the database. */
@Named
@ViewScoped
public class RecordsPage implements Serializable {
  /** Counts and rows come from the same question. */
  private final class Model extends LazyDataModel<CallRecord> {
    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) Math.min(page(0, 1).total(), Integer.MAX_VALUE);
    }

    @Override
    public List<CallRecord> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      return page(first, size).items();
    }

    @Override
    public String getRowKey(CallRecord call) {
      return call.id();
    }
  }

  @Inject private CallRecordsBean records;
  @Inject private PersonalSettings personal;

  private final Model model = new Model();
  private RecordFilter filter = new RecordFilter();
  private @Nullable String shownId;
  private transient @Nullable CallRecord shown;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RecordsPage() {}

  private CallRecordPage page(int first, int size) {
    try {
      Map<String, String> parameters = filter.parameters(personal.zone());
      return records.page(CallRecordQuery.parse(parameters), first, size);
    } catch (InvalidQueryException impossible) {
      throw new IllegalStateException("The page asks what no filter is for", impossible);
    }
  }

  public LazyDataModel<CallRecord> getModel() {
    return model;
  }

  public RecordFilter getFilter() {
    return filter;
  }

  public Party[] getParties() {
    return Party.values();
  }

  /** Forgets the filter. */
  public void clear() {
    filter = new RecordFilter();
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
    Failure failure = call.originRelease().failure();
    Release destination = call.destinationRelease();
    if (failure == null && destination != null) {
      failure = destination.failure();
    }
    return failure == null ? "" : failure.name();
  }

  /** How a leg ended, in one line; empty when there was none. */
  public String release(@Nullable Release release) {
    if (release == null) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    line.append(release.cause().value()).append(' ').append(release.cause());
    if (release.sipStatus() > 0) {
      line.append(", SIP ").append(release.sipStatus());
    }
    if (release.failure() != null) {
      line.append(", ").append(release.failure());
    }
    return release.text().isEmpty() ? line.toString() : line + ", " + release.text();
  }

  /** Where the call was sent last; empty when nowhere. */
  public String destination(CallRecord call) {
    AttemptRecord attempt = call.lastAttempt();
    return attempt == null ? "" : attempt.destinationNap();
  }
}
