package org.comuta.rest;

import java.util.Map;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditQuery;

/** Reads the filters of the audit log from the query of a request. */
final class AuditFilter {
  private AuditFilter() {}

  static AuditQuery query(Map<String, String> filters) {
    TypedFilters typed = new TypedFilters(filters);
    AuditQuery query =
        new AuditQuery(
            typed.text("user"),
            typed.word("action", AuditAction.class),
            typed.text("kind"),
            typed.text("object"),
            typed.word("outcome", AuditEntry.Outcome.class),
            typed.moment("from"),
            typed.moment("to"));
    typed.refuse();
    return query;
  }
}
