package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.identity.Right;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.portal.table.Column.Width;

/** The audit log, filtered and sorted in the database. */
@ApplicationScoped
public class AuditTable implements TableDefinition<AuditEntry> {
  /** Its name, the word of the API. */
  public static final String ID = "audit";

  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuditTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  public List<Column<AuditEntry>> columns(Words words) {
    return List.of(
        Column.of(words, "at", "audit.at", Filter.MOMENT, AuditEntry::at),
        Column.of(words, "user", "audit.user", Filter.TEXT, AuditEntry::user).width(Width.MEDIUM),
        Column.of(words, "address", "audit.address", Filter.TEXT, AuditEntry::address)
            .width(Width.MEDIUM),
        Column.<AuditEntry>of(words, "action", "audit.action", Filter.CHOICE, AuditEntry::action)
            .width(Width.FLEXIBLE)
            .choices(words.choices("action.", AuditAction.values())),
        Column.of(words, "kind", "audit.kind", Filter.TEXT, AuditEntry::kind).width(Width.MEDIUM),
        Column.of(words, "object", "audit.object", Filter.TEXT, AuditEntry::object),
        Column.<AuditEntry>of(words, "outcome", "audit.outcome", Filter.CHOICE, AuditEntry::outcome)
            .choices(words.choices("outcome.", AuditEntry.Outcome.values()))
            .styled(entry -> "tag outcome-" + entry.outcome()),
        Column.of(words, "detail", "audit.detail", Filter.TEXT, AuditEntry::detail)
            .width(Width.WIDE)
            .styled(entry -> "wrap"),
        Column.<AuditEntry>of(words, "id", "audit.id", Filter.NUMBER, AuditEntry::id)
            .shownAs(entry -> Long.toString(entry.id())));
  }

  @Override
  public List<String> standardColumns() {
    return List.of("at", "user", "address", "action", "object", "outcome", "detail");
  }

  @Override
  public Order standardOrder() {
    return new Order("at", true);
  }

  @Override
  public String key(AuditEntry entry) {
    return Long.toString(entry.id());
  }

  @Override
  public Found<AuditEntry> find(Selection selection, int offset, int limit) {
    Selection asked = asked(selection);
    return new Found<>(audit.page(asked, offset, limit), audit.count(asked));
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<AuditEntry> each) {
    AtomicInteger given = new AtomicInteger();
    audit.forEach(asked(selection), entry -> each.test(entry) && given.incrementAndGet() < most);
  }

  /** The newest first is the order that the log has by itself, by its keys. */
  private Selection asked(Selection selection) {
    return standardOrder().equals(selection.order()) ? selection.in(null) : selection;
  }
}
