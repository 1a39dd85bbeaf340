package org.comuta.portal.table;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What the script of a table asks for, in the parameters of its request: {@code filter.} and a
 * column, {@code sort} by a column, {@code columns}, {@code size}, {@code page}; {@code unfilter}
 * forgets the filters, {@code reset} everything. What makes no sense changes nothing.
 */
final class TableRequest {
  /** Names a row that is opened or closed. */
  static final String OPEN = "open";

  private static final String FILTER = "filter.";

  private TableRequest() {}

  /** How the table is after that. */
  static <T> TableState after(
      TableRules<T> rules, TableState before, Map<String, String> asked, ZoneId zone) {
    TableState state = asked.containsKey("reset") ? rules.standard() : before;
    if (asked.containsKey("unfilter")) {
      state = state.withFilters(Map.of());
    }
    for (Map.Entry<String, String> parameter : asked.entrySet()) {
      if (parameter.getKey().startsWith(FILTER)) {
        String column = parameter.getKey().substring(FILTER.length());
        state = filtered(rules, state, column, parameter.getValue(), zone);
      }
    }
    String sorted = asked.getOrDefault("sort", "");
    if (rules.column(sorted).filter(Column::isSortable).isPresent()) {
      state = state.sortedBy(sorted);
    }
    List<String> columns = rules.known(asked.getOrDefault("columns", ""));
    if (!columns.isEmpty()) {
      state = state.withColumns(columns);
    }
    String size = asked.getOrDefault("size", "");
    if (TableRules.SIZES.stream().map(String::valueOf).anyMatch(size::equals)) {
      state = state.withSize(Integer.parseInt(size));
    }
    String page = asked.getOrDefault("page", "");
    return page.matches("[0-9]{1,8}") ? state.withPage(Integer.parseInt(page)) : state;
  }

  private static <T> TableState filtered(
      TableRules<T> rules, TableState state, String column, String typed, ZoneId zone) {
    return rules
        .column(column)
        .filter(Column::isFilterable)
        .map(one -> TypedFilter.canonical(one, TableRules.bounded(typed), zone))
        .map(canonical -> state.withFilter(column, canonical))
        .orElse(state);
  }
}
