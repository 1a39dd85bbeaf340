package org.comuta.portal;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditCsv;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditQuery;
import org.comuta.identity.AuditVerification;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page of the audit log, paged and filtered in the database. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
  private final class Model extends LazyDataModel<AuditEntry> {
    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) Math.min(audit.count(query()), Integer.MAX_VALUE);
    }

    @Override
    public List<AuditEntry> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      return audit.page(query(), first, size);
    }

    @Override
    public String getRowKey(AuditEntry entry) {
      return String.valueOf(entry.id());
    }
  }

  @Inject private AuditBean audit;

  private final Model model = new Model();
  private AuditSearch search = new AuditSearch();
  private transient @Nullable AuditVerification verification;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuditPage() {}

  private AuditQuery query() {
    return search.query(ZoneId.systemDefault());
  }

  public LazyDataModel<AuditEntry> getModel() {
    return model;
  }

  public AuditSearch getSearch() {
    return search;
  }

  public AuditAction[] getActions() {
    return AuditAction.values();
  }

  public AuditEntry.Outcome[] getOutcomes() {
    return AuditEntry.Outcome.values();
  }

  /** Forgets the filter. */
  public void clear() {
    search = new AuditSearch();
  }

  /** Computes the chain of hashes again. */
  public void verify() {
    verification = audit.verify();
  }

  /** What was found by {@link #verify} just now; null otherwise. */
  public @Nullable AuditVerification getVerification() {
    return verification;
  }

  /** Gives everything that is found as text with commas. */
  public void download() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.setResponseContentType("text/csv; charset=utf-8; header=present");
    response.setResponseHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    Writer writer =
        new OutputStreamWriter(response.getResponseOutputStream(), StandardCharsets.UTF_8);
    AuditCsv.write(each -> audit.forEach(query(), each), writer);
    writer.flush();
    faces.responseComplete();
  }
}
