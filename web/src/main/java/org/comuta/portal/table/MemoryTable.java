package org.comuta.portal.table;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    List<Column<T>> columns = columns(ANY);
    List<T> found =
        selection.of(
            all(),
            (row, field) -> {
              Optional<Column<T>> column =
                  columns.stream().filter(one -> one.getId().equals(field)).findFirst();
              return column.orElseThrow().value(row);
            });
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
