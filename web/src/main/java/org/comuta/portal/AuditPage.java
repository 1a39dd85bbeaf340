package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditVerification;
import org.comuta.portal.table.AuditTable;
import org.comuta.portal.table.Table;
import org.jspecify.annotations.Nullable;

/** The page of the audit log. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
  @Inject private AuditBean audit;
  @Inject private Table<AuditEntry> table;

  private transient @Nullable AuditVerification verification;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuditPage() {}

  @PostConstruct
  void open() {
    table.show(AuditTable.ID);
  }

  public Table<AuditEntry> getTable() {
    return table;
  }

  /** Computes the chain of hashes again. */
  public void verify() {
    verification = audit.verify();
  }

  /** What was found by {@link #verify} just now; null otherwise. */
  public @Nullable AuditVerification getVerification() {
    return verification;
  }
}
