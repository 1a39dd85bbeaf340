package org.comuta.portal.table;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/** A table of the few rows that a service has in memory, in its order. */
abstract class MemoryTable<T> implements TableDefinition<T> {
  /** Neither language nor zone count where values are compared. */
  private static final Words ANY = new Words(Locale.ENGLISH, ZoneOffset.UTC);

  /** All rows there are. */
  abstract List<T> all();

  /** All there are, unless they are too many. */
  @Override
  public List<String> standardColumns() {
    return columns(ANY).stream().map(Column::getId).toList();
  }

  @Override
  public @Nullable Order standardOrder() {
    return null;
  }

  @Override
  public Found<T> find(Selection selection, int offset, int limit) {
    return among(all(), selection, offset, limit);
  }

  /** The same among other rows than those the service has. */
  Found<T> among(List<T> rows, Selection selection, int offset, int limit) {
    Map<String, Column<T>> columns = new HashMap<>();
    columns(ANY).forEach(column -> columns.put(column.getId(), column));
    List<T> found =
        selection.of(
            rows, (row, field) -> Objects.requireNonNull(columns.get(field), field).compared(row));
    return Found.part(found, offset, limit);
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<T> each) {
    for (var row : find(selection, 0, most).rows()) {
      if (!each.test(row)) {
        return;
      }
    }
  }
}
