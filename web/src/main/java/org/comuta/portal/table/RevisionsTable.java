package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Listing;
import org.comuta.configuration.Revision;
import org.comuta.identity.Right;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.portal.table.Column.Width;

/** Revisions of the configuration, filtered and sorted in the database. */
@ApplicationScoped
public class RevisionsTable implements TableDefinition<Revision> {
  /** Its name, the word of the API. */
  public static final String ID = "revisions";

  @Inject private ConfigurationBean configuration;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RevisionsTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_CONFIGURATION;
  }

  @Override
  public boolean personal() {
    return false;
  }

  @Override
  public List<Column<Revision>> columns(Words words) {
    return List.of(
        Column.<Revision>of(words, "number", "history.revision", Filter.NUMBER, Revision::number)
            .width(Width.MEDIUM)
            .shownAs(revision -> Long.toString(revision.number()))
            .styled(revision -> "strong")
            .linked(revision -> "revision.xhtml?number=" + revision.number()),
        Column.of(words, "savedAt", "history.when", Filter.MOMENT, Revision::savedAt),
        Column.of(words, "author", "history.author", Filter.TEXT, Revision::author)
            .width(Width.MEDIUM),
        Column.of(words, "address", "history.address", Filter.TEXT, Revision::address)
            .width(Width.MEDIUM),
        Column.of(words, "comment", "history.comment", Filter.TEXT, Revision::comment),
        Column.of(words, "changes", "history.changes", Filter.NUMBER, Revision::changes));
  }

  @Override
  public List<String> standardColumns() {
    return List.of("number", "savedAt", "author", "address", "comment", "changes");
  }

  @Override
  public Order standardOrder() {
    return new Order("number", true);
  }

  @Override
  public String key(Revision revision) {
    return Long.toString(revision.number());
  }

  @Override
  public Found<Revision> find(Selection selection, int offset, int limit) {
    Listing<Revision> found = configuration.revisions(selection, offset, limit);
    return new Found<>(found.items(), found.total());
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<Revision> each) {
    for (var row : find(selection, 0, most).rows()) {
      if (!each.test(row)) {
        return;
      }
    }
  }
}
