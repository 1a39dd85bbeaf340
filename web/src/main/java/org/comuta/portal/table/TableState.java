package org.comuta.portal.table;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comuta.listing.Order;
import org.jspecify.annotations.Nullable;

/**
 * How somebody left a table. Immutable.
 *
 * @param columns those that are shown, in their order
 * @param size most rows of a page
 * @param page from 0
 * @param filters what is typed, by column; nothing blank
 * @param sort field, with a minus before it for the largest first; empty for the standard order
 */
public record TableState(
    List<String> columns, int size, int page, Map<String, String> filters, String sort)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public TableState {
    columns = List.copyOf(columns);
    // In the order they were typed, so that addresses stay the same.
    filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
  }

  /** The order that was chosen; null for the standard one. */
  public @Nullable Order order() {
    return Order.parse(sort).orElse(null);
  }

  TableState withColumns(List<String> others) {
    return new TableState(others, size, page, filters, sort);
  }

  /** Other sizes begin at the row that came first. */
  TableState withSize(int other) {
    return new TableState(columns, other, (int) ((long) page * size / other), filters, sort);
  }

  /** The same with another page. */
  public TableState withPage(int other) {
    return new TableState(columns, size, other, filters, sort);
  }

  /** With a filter of a column; a blank one takes it away. */
  TableState withFilter(String column, String typed) {
    Map<String, String> others = new LinkedHashMap<>(filters);
    if (typed.isBlank()) {
      others.remove(column);
    } else {
      others.put(column, typed.strip());
    }
    return new TableState(columns, size, 0, others, sort);
  }

  TableState withFilters(Map<String, String> others) {
    return new TableState(columns, size, 0, others, sort);
  }

  /** The next order of a column: the smallest first, the largest first, the standard one. */
  TableState sortedBy(String column) {
    String next = sort.equals(column) ? "-" + column : sort.equals("-" + column) ? "" : column;
    return withSort(next);
  }

  TableState withSort(String other) {
    return new TableState(columns, size, 0, filters, other);
  }
}
