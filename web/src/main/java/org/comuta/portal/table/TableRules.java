package org.comuta.portal.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.comuta.listing.Condition;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a table with these columns, and what it means. The words of addresses are
 * {@code columns}, {@code size}, {@code page}, {@code sort} and the names of the columns that are
 * filtered; what is not known is passed over. Immutable; any thread.
 */
public final class TableRules<T> {
  /** Sizes of pages to choose from; the first is the standard one. */
  public static final List<Integer> SIZES = List.of(25, 50, 100, 250, 500);

  private static final String COLUMNS = "columns";
  private static final String SIZE = "size";
  private static final String PAGE = "page";
  private static final String SORT = "sort";

  /** Words of addresses that mean something else; a column of that name has a prefix there. */
  private static final Set<String> TAKEN =
      Set.of(COLUMNS, SIZE, PAGE, SORT, "language", "table", "format", "progress");

  private static final String PREFIX = "field.";
  private static final int LONGEST_FILTER = 200;
  private static final int LAST_PAGE = 10_000_000;

  private final Map<String, Column<T>> columns = new LinkedHashMap<>();
  private final List<String> standardColumns;
  private final @Nullable Order standardOrder;

  /** A column that is not there any more is passed over. */
  public TableRules(
      List<Column<T>> columns, List<String> standardColumns, @Nullable Order standardOrder) {
    columns.forEach(column -> this.columns.put(column.getId(), column));
    this.standardColumns =
        standardColumns.stream().filter(this.columns::containsKey).distinct().toList();
    this.standardOrder = standardOrder;
  }

  /** The rules of a defined table for one reader. */
  public static <T> TableRules<T> of(TableDefinition<T> definition, Words words) {
    return new TableRules<>(
        definition.columns(words), definition.standardColumns(), definition.standardOrder());
  }

  /** As it is for who chose nothing. */
  public TableState standard() {
    return new TableState(standardColumns, SIZES.getFirst(), 0, Map.of(), "");
  }

  /** The column of this name. */
  public Optional<Column<T>> column(String id) {
    return Optional.ofNullable(columns.get(id));
  }

  /** The columns that a state shows, in its order. */
  public List<Column<T>> shown(TableState state) {
    return state.columns().stream().flatMap(id -> column(id).stream()).toList();
  }

  /** All columns: those that a state shows in its order, then the others. */
  public List<Column<T>> all(TableState state) {
    List<Column<T>> all = new ArrayList<>(shown(state));
    columns.values().stream()
        .filter(column -> !state.columns().contains(column.getId()))
        .forEach(all::add);
    return all;
  }

  /** The order of a state, or else the standard one. */
  public @Nullable Order order(TableState state) {
    Order chosen = state.order();
    return chosen == null ? standardOrder : chosen;
  }

  /** Whether an address says which rows it means. */
  public boolean asksForRows(Map<String, String> words) {
    return words.containsKey(SORT)
        || words.containsKey(PAGE)
        || columns.keySet().stream().anyMatch(id -> words.containsKey(word(id)));
  }

  /** Columns and size of a state, and what the words say of filters, order and page. */
  public TableState readRows(Map<String, String> words, TableState otherwise) {
    TableState bare = new TableState(otherwise.columns(), otherwise.size(), 0, Map.of(), "");
    TableState read = bare.withFilters(filters(words)).withSort(sort(words.get(SORT)));
    return read.withPage(number(words.get(PAGE), 0, LAST_PAGE, 0));
  }

  /** What the words say; what they do not say is standard. */
  public TableState read(Map<String, String> words) {
    TableState standard = standard();
    List<String> chosen = known(words.getOrDefault(COLUMNS, ""));
    int size = number(words.get(SIZE), 1, SIZES.getLast(), standard.size());
    return readRows(
        words,
        new TableState(
            chosen.isEmpty() ? standard.columns() : chosen,
            SIZES.contains(size) ? size : standard.size(),
            0,
            Map.of(),
            ""));
  }

  /** Those of these columns, with commas between, that there are. */
  public List<String> known(String written) {
    return Arrays.stream(written.split(",", -1)).filter(columns::containsKey).distinct().toList();
  }

  private Map<String, String> filters(Map<String, String> words) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (Column<T> column : columns.values()) {
      String typed = words.getOrDefault(word(column.getId()), "").strip();
      if (column.isFilterable() && !typed.isEmpty()) {
        filters.put(column.getId(), bounded(typed));
      }
    }
    return filters;
  }

  /** What is typed, not longer than it makes sense. */
  public static String bounded(String typed) {
    return typed.length() > LONGEST_FILTER ? typed.substring(0, LONGEST_FILTER) : typed;
  }

  private String sort(@Nullable String written) {
    return Optional.ofNullable(written)
        .flatMap(Order::parse)
        .filter(order -> column(order.field()).filter(Column::isSortable).isPresent())
        .map(Order::written)
        .orElse("");
  }

  private static int number(@Nullable String written, int least, int most, int otherwise) {
    return written != null && written.matches("[0-9]{1,8}")
        ? Math.clamp(Integer.parseInt(written), least, most)
        : otherwise;
  }

  /** The words of filters, order and page, as {@link #readRows} reads them. */
  public Map<String, String> rowWords(TableState state) {
    Map<String, String> words = new LinkedHashMap<>();
    state.filters().forEach((column, typed) -> words.put(word(column), typed));
    if (!state.sort().isEmpty()) {
      words.put(SORT, state.sort());
    }
    if (state.page() > 0) {
      words.put(PAGE, Integer.toString(state.page()));
    }
    return words;
  }

  /** Everything but the page that is not standard, as {@link #read} reads it. */
  public Map<String, String> words(TableState state) {
    Map<String, String> words = new LinkedHashMap<>();
    TableState standard = standard();
    if (!state.columns().equals(standard.columns())) {
      words.put(COLUMNS, String.join(",", state.columns()));
    }
    if (state.size() != standard.size()) {
      words.put(SIZE, Integer.toString(state.size()));
    }
    words.putAll(rowWords(state.withPage(0)));
    return words;
  }

  private static String word(String column) {
    return TAKEN.contains(column) ? PREFIX + column : column;
  }

  /** Which rows a state means, and in which order; a filter that cannot be read holds for all. */
  public Selection selection(TableState state, ZoneId zone, Instant now) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    state
        .filters()
        .forEach(
            (id, typed) ->
                column(id)
                    .flatMap(column -> TypedFilter.read(column, typed, zone, now))
                    .ifPresent(condition -> conditions.put(id, condition)));
    return new Selection(conditions, order(state));
  }

  /** The columns whose filter cannot be read. */
  public Set<String> illegible(TableState state, ZoneId zone) {
    Set<String> illegible = new TreeSet<>();
    state
        .filters()
        .forEach(
            (id, typed) ->
                column(id)
                    .filter(
                        column -> TypedFilter.read(column, typed, zone, Instant.now()).isEmpty())
                    .ifPresent(column -> illegible.add(id)));
    return illegible;
  }
}
