package org.comuta.portal.table;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.portal.Language;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.preference.PreferenceBean;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * A table on a page, as the one who looks at it has it: filters, order, columns and page, which are
 * remembered, and the rows they lead to. A page has one for each table and gives it to the tag
 * {@code comuta:table}. One view.
 */
@Dependent
public class Table<T> implements Serializable {
  private static final String REMEMBERED = "table.";

  @Inject private TableDefinitions definitions;
  @Inject private PersonalSettings personal;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private String id = "";
  private String prefix = "";
  private @Nullable Rows<T> rows;
  private @Nullable List<String> standardColumns;
  private TableState state =
      new TableState(List.of(), TableRules.SIZES.getFirst(), 0, Map.of(), "");
  private final Set<String> open = new HashSet<>();
  private transient @Nullable Found<T> found;
  private transient @Nullable TableRules<T> rules;

  /** Rows that only the page has, such as what is typed and not saved. */
  public interface Rows<T> extends Serializable {
    /** All of them. */
    List<T> all();
  }

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Table() {}

  /** Shows what the address asks for, or else what was remembered; called once by the page. */
  public void show(String definition) {
    id = definition;
    TableRules<T> known = rules();
    state = known.read(TableAddress.read(personal.remembered(REMEMBERED + id).orElse("")));
    Map<String, String> words = new HashMap<>();
    request
        .getParameterMap()
        .forEach(
            (word, values) -> {
              if (word.startsWith(prefix)) {
                words.put(word.substring(prefix.length()), values[0]);
              }
            });
    if (known.asksForRows(words)) {
      state = known.readRows(words, state);
    }
  }

  /** The same with other columns for who chose none. */
  public void show(String definition, List<String> columns) {
    standardColumns = List.copyOf(columns);
    show(definition);
  }

  /**
   * The same beside another table of the page: this word and a dot begin its words of addresses.
   */
  public void showBeside(String definition, String word) {
    prefix = word + ".";
    show(definition);
  }

  /** The same of rows that the page has; files have those that the definition finds. */
  public void show(String definition, Rows<T> own) {
    rows = own;
    show(definition);
  }

  @SuppressWarnings("unchecked") // the page knows what the rows of its table are
  private TableDefinition<T> definition() {
    return (TableDefinition<T>)
        definitions
            .find(id)
            .orElseThrow(() -> new IllegalStateException("There is no table " + id));
  }

  private Words words() {
    return new Words(language.getLocale(), personal.zone());
  }

  private TableRules<T> rules() {
    TableRules<T> known = rules;
    if (known == null) {
      TableDefinition<T> definition = definition();
      List<String> standard = standardColumns;
      known =
          new TableRules<>(
              definition.columns(words()),
              standard == null ? definition.standardColumns() : standard,
              definition.standardOrder());
      rules = known;
    }
    return known;
  }

  // --- what is shown ---------------------------------------------------------------------------

  public String getId() {
    return id;
  }

  /** Name of the command that a script of the page calls. */
  public String getCommand() {
    return "ask_" + id.replace('-', '_');
  }

  /** The columns that are shown. */
  public List<Column<T>> getColumns() {
    return rules().shown(state);
  }

  /** All columns, those that are shown first. */
  public List<Column<T>> getAllColumns() {
    return rules().all(state);
  }

  public boolean isShown(Column<T> column) {
    return state.columns().contains(column.getId());
  }

  /** Least width in {@code rem}, below which the page scrolls. */
  public double getLeastWidth() {
    return getColumns().stream().mapToDouble(column -> column.getWidth().rem()).sum();
  }

  /** The rows of the page: those that were shown, until an answer is made. */
  public List<T> getRows() {
    return found().rows();
  }

  /** How many rows there are in all. */
  public long getTotal() {
    return found().total();
  }

  private Found<T> found() {
    Found<T> known = found;
    FacesContext faces = FacesContext.getCurrentInstance();
    boolean answering = PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId());
    // Once for each answer; what somebody presses is meant for the row that was shown.
    if (known == null || (answering && faces.getAttributes().put(this, true) == null)) {
      known = load();
      found = known;
    }
    return known;
  }

  private Found<T> load() {
    Selection selection = getSelection();
    Found<T> page = find(selection);
    if (page.rows().isEmpty() && page.total() > 0) {
      state = state.withPage((int) ((page.total() - 1) / state.size()));
      page = find(selection);
    }
    return page;
  }

  private Found<T> find(Selection selection) {
    Rows<T> own = rows;
    TableDefinition<T> definition = definition();
    return own != null && definition instanceof MemoryTable<T> table
        ? table.among(own.all(), selection, offset(), state.size())
        : definition.find(selection, offset(), state.size());
  }

  private int offset() {
    return (int) Math.min((long) state.page() * state.size(), Integer.MAX_VALUE);
  }

  /** What tells a row from others. */
  public String key(T row) {
    return definition().key(row);
  }

  /** Whether all of a row is shown below it. */
  public boolean isOpen(T row) {
    return !open.isEmpty() && open.contains(key(row));
  }

  /** What is looked for by the filters of this table; see {@link TableDefinition#find}. */
  public Selection getSelection() {
    return rules().selection(state, personal.zone(), Instant.now());
  }

  // --- filters and order -------------------------------------------------------------------------

  /** What is typed into the filter of a column. */
  public String filter(Column<T> column) {
    return state.filters().getOrDefault(column.getId(), "");
  }

  /** The filters of columns that are not shown. */
  public List<Column<T>> getHiddenFilters() {
    return state.filters().keySet().stream()
        .filter(column -> !state.columns().contains(column))
        .flatMap(column -> rules().column(column).stream())
        .toList();
  }

  public boolean isFiltered() {
    return !state.filters().isEmpty();
  }

  /** Whether anything is other than it was before somebody chose. */
  public boolean isChanged() {
    return !rules().words(state).isEmpty() || state.page() > 0;
  }

  /** A filter as people read it. */
  public String filterText(Column<T> column) {
    return new FilterText(words()).text(column, filter(column));
  }

  /** Where a filter of moments begins, as fields of moments want it; empty when nowhere. */
  public String filterFrom(Column<T> column) {
    return new FilterText(words()).from(filter(column));
  }

  /** Where it ends. */
  public String filterBefore(Column<T> column) {
    return new FilterText(words()).before(filter(column));
  }

  /** How far back filters of moments reach, to choose from. */
  public List<String> getAgo() {
    return List.of("PT1H", "PT24H", "P7D", "P30D");
  }

  /** Whether what is typed into the filter of a column cannot be read. */
  public boolean isIllegible(Column<T> column) {
    return rules().illegible(state, personal.zone()).contains(column.getId());
  }

  /** In the words of {@code aria-sort}. */
  public String sorting(Column<T> column) {
    Order order = rules().order(state);
    return order == null || !order.field().equals(column.getId())
        ? "none"
        : order.descending() ? "descending" : "ascending";
  }

  // --- pages
  // ---------------------------------------------------------------------------------------

  public List<Integer> getSizes() {
    return TableRules.SIZES;
  }

  public int getSize() {
    return state.size();
  }

  /** From 0. */
  public int getPage() {
    return state.page();
  }

  /** How many pages there are; at least one. */
  public long getPages() {
    return Math.max(1, (getTotal() + state.size() - 1) / state.size());
  }

  /** Number of the first row of the page; 0 when there is none. */
  public long getFirst() {
    return getRows().isEmpty() ? 0 : offset() + 1L;
  }

  /** Number of the last row of the page. */
  public long getLast() {
    return offset() + (long) getRows().size();
  }

  // --- what is asked for
  // --------------------------------------------------------------------------

  /** Filters and order as the query of the page's address; empty when there are none. */
  public String getAddress() {
    Map<String, String> words = new LinkedHashMap<>();
    rules().rowWords(state).forEach((word, value) -> words.put(prefix + word, value));
    return TableAddress.write(words);
  }

  /** Address of a file of all rows that are found, with the columns that are shown. */
  public String exported(String format) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("table", id);
    words.put("format", format);
    words.put("columns", String.join(",", state.columns()));
    words.putAll(rules().rowWords(state.withPage(0)));
    return "export?" + TableAddress.write(words);
  }

  /** Does what the script of the page asks for in its parameters. */
  public void ask() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
    TableState before = state;
    state = TableRequest.after(rules(), state, asked, personal.zone());
    String row = asked.getOrDefault(TableRequest.OPEN, "");
    if (!row.isEmpty() && !open.remove(row)) {
      open.add(row);
    }
    if (!state.withPage(0).equals(before.withPage(0))) {
      String left = TableAddress.write(rules().words(state));
      if (left.length() <= PreferenceBean.LONGEST) {
        personal.remember(REMEMBERED + id, left);
      }
    }
    PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
    answer.addCallbackParam("address", getAddress());
    answer.addCallbackParam(
        "illegible", String.join(",", rules().illegible(state, personal.zone())));
  }
}
