package org.comuta.rest;

import java.util.Map;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.AuditQuery;

/** Reads the filters of the audit log. */
final class AuditFilter {
  private AuditFilter() {}

  static AuditQuery query(Map<String, String> filters) {
    FilterValues values = new FilterValues(filters);
    AuditQuery query =
        new AuditQuery(
            values.text("user"),
            values.word("action", AuditAction.class),
            values.text("kind"),
            values.text("object"),
            values.word("outcome", AuditEntry.Outcome.class),
            values.moment("from"),
            values.moment("to"));
    values.refuse();
    return query;
  }
}
