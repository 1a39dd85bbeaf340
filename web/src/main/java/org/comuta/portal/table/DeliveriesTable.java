package org.comuta.portal.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comuta.delivery.Deliveries;
import org.comuta.delivery.DeliveryState;
import org.comuta.identity.Right;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.portal.table.Column.Width;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries to receivers of one kind, the newest first, filtered and sorted in the database.
 *
 * @param <D> one of them
 */
abstract class DeliveriesTable<D> implements TableDefinition<D> {
  /** What both kinds of deliveries have. */
  record Fields<D>(
      Function<D, String> id,
      Function<D, DeliveryState> state,
      Function<D, String> receiver,
      Function<D, String> eventType,
      Function<D, Instant> createdAt,
      Function<D, Integer> attempts,
      Function<D, @Nullable Instant> deadAt,
      Function<D, @Nullable String> lastError) {}

  private final Fields<D> fields;

  DeliveriesTable(Fields<D> fields) {
    this.fields = fields;
  }

  abstract Deliveries<D> deliveries();

  /** What only deliveries of this kind have. */
  abstract List<Column<D>> more(Words words);

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  public List<Column<D>> columns(Words words) {
    List<Column<D>> columns = new ArrayList<>();
    columns.add(
        Column.<D>of(words, "state", "delivery.state", Filter.CHOICE, fields.state::apply)
            .choices(words.choices("deliveryState.", DeliveryState.values()))
            .styled(one -> "tag delivery-" + fields.state.apply(one)));
    columns.add(
        Column.<D>of(words, "receiver", id() + ".receiver", Filter.TEXT, fields.receiver::apply)
            .styled(one -> "strong"));
    columns.add(
        Column.of(words, "eventType", "delivery.eventType", Filter.TEXT, fields.eventType::apply));
    columns.add(
        Column.of(
            words, "createdAt", "delivery.createdAt", Filter.MOMENT, fields.createdAt::apply));
    columns.add(
        Column.<D>of(words, "attempts", "delivery.attempts", Filter.NUMBER, fields.attempts::apply)
            .width(Width.SMALL));
    columns.addAll(more(words));
    columns.add(Column.of(words, "deadAt", "delivery.deadAt", Filter.MOMENT, fields.deadAt::apply));
    columns.add(
        Column.<D>of(words, "lastError", "delivery.lastError", Filter.TEXT, fields.lastError::apply)
            .styled(one -> "wrap"));
    columns.add(Column.of(words, "id", "delivery.id", Filter.TEXT, fields.id::apply));
    return columns;
  }

  @Override
  public @Nullable Order standardOrder() {
    return null;
  }

  @Override
  public String key(D delivery) {
    return fields.id.apply(delivery);
  }

  @Override
  public Found<D> find(Selection selection, int offset, int limit) {
    return new Found<>(deliveries().page(selection, offset, limit), deliveries().count(selection));
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<D> each) {
    Pages.forEach((offset, size) -> deliveries().page(selection, offset, size), most, each);
  }
}
