package org.comuta.portal.table;

import java.util.List;
import java.util.function.Predicate;
import org.comuta.identity.Right;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What a table shows: its columns, and where its rows come from. Filtering and sorting is done
 * where the rows are kept. Without state; any thread.
 */
public interface TableDefinition<T> {
  /** Unique; the word of the API where there is one. */
  String id();

  /** Who may see it. */
  Right needed();

  /** Whether its rows tell of people, so that files made of them are audited. */
  default boolean personal() {
    return true;
  }

  /** All columns there are. */
  List<Column<T>> columns(Words words);

  /** Those that are shown to who chose no others. */
  List<String> standardColumns();

  /** The order for who chose no other; null for the one that the rows have by themselves. */
  @Nullable Order standardOrder();

  /** What tells a row from all others. */
  String key(T row);

  /** Rows from this one on. */
  Found<T> find(Selection selection, int offset, int limit);

  /** Gives the rows one after the other, not more than this many, while each says to go on. */
  void forEach(Selection selection, int most, Predicate<T> each);
}
