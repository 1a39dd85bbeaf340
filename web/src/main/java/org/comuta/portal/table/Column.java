package org.comuta.portal.table;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table, in the words of one reader. Made once and not changed after; any thread.
 */
public final class Column<T> {
  /** How much room it takes, in {@code rem}; the flexible ones share what is left. */
  public enum Width {
    SMALL(6.2),
    NARROW(7),
    MEDIUM(10),
    MOMENT(11.5),
    FLEXIBLE(9.5),
    WIDE(20),
    /** Takes what the others leave. */
    WIDEST(30);

    private final double rem;

    Width(double rem) {
      this.rem = rem;
    }

    /** The least room. */
    public double rem() {
      return rem;
    }
  }

  private final Words words;
  private final String id;
  private final String label;
  private final Filter filter;
  private final Function<T, @Nullable Object> value;
  private String help = "";
  private boolean sortable = true;
  private Width width;
  private List<Choice> choices = List.of();
  private @Nullable Function<T, String> text;
  private Function<T, String> style = row -> "";
  private Function<T, String> title = this::text;
  private Function<T, String> link = row -> "";
  private @Nullable Function<T, @Nullable Object> compared;
  private @Nullable Function<T, List<Tag>> tags;
  private @Nullable Function<T, String> filed;

  /**
   * A column.
   *
   * @param id name of the field, as the selection knows it
   * @param value of a row, of the types that {@link Words#shown} knows
   */
  public Column(
      Words words, String id, String label, Filter filter, Function<T, @Nullable Object> value) {
    this.words = words;
    this.id = id;
    this.label = label;
    this.filter = filter;
    this.value = value;
    this.width =
        switch (filter) {
          case MOMENT -> Width.MOMENT;
          case NUMBER -> Width.NARROW;
          case CHOICE -> Width.MEDIUM;
          case NONE, TEXT, BEGINNING -> Width.FLEXIBLE;
        };
  }

  /** A column whose label, and help where there is one, stand among the texts of the portal. */
  public static <T> Column<T> of(
      Words words, String id, String key, Filter filter, Function<T, @Nullable Object> value) {
    return new Column<>(words, id, words.text(key), filter, value)
        .help(words.textIfAny(key + ".help"));
  }

  /** What it is, for people. */
  public Column<T> help(String what) {
    help = what;
    return this;
  }

  /** Cannot be sorted by. */
  public Column<T> unsorted() {
    sortable = false;
    return this;
  }

  /** Takes this much room. */
  public Column<T> width(Width room) {
    width = room;
    return this;
  }

  /** Has one of these words, and shows its label. */
  public Column<T> choices(List<Choice> few) {
    choices = few;
    return this;
  }

  /** Is written so. */
  public Column<T> shownAs(Function<T, String> how) {
    text = how;
    return this;
  }

  /** Has this class of the style sheet; {@code tag} makes it a label. */
  public Column<T> styled(Function<T, String> how) {
    style = how;
    return this;
  }

  /** Tells more when it is pointed at. */
  public Column<T> titled(Function<T, String> what) {
    title = what;
    return this;
  }

  /** Leads there; to nowhere when it is empty. */
  public Column<T> linked(Function<T, String> where) {
    link = where;
    return this;
  }

  /** Is filtered and sorted by this, not by its value, where its rows are in memory. */
  public Column<T> comparedBy(Function<T, @Nullable Object> what) {
    compared = what;
    return this;
  }

  /** Is shown as these labels, in files with commas between. */
  public Column<T> tagged(Function<T, List<Tag>> which) {
    tags = which;
    return shownAs(
        row ->
            words.shown(
                which.apply(row).stream().map(Tag::text).collect(Collectors.joining(", "))));
  }

  /** Is written so in files, where they should have more than is shown. */
  public Column<T> filed(Function<T, String> how) {
    filed = how;
    return this;
  }

  public String getId() {
    return id;
  }

  public String getLabel() {
    return label;
  }

  public String getHelp() {
    return help;
  }

  public Filter getFilter() {
    return filter;
  }

  /** Whether there is a field to filter by. */
  public boolean isFilterable() {
    return filter != Filter.NONE;
  }

  public boolean isSortable() {
    return sortable;
  }

  public List<Choice> getChoices() {
    return choices;
  }

  public Width getWidth() {
    return width;
  }

  /** Class of its cells in the style sheet. */
  public String getStyleClass() {
    return "w-" + width.name().toLowerCase(Locale.ROOT);
  }

  /** Value of a row, for files. */
  public @Nullable Object value(T row) {
    return value.apply(row);
  }

  /** What a row is filtered and sorted by. */
  @Nullable Object compared(T row) {
    Function<T, @Nullable Object> what = compared;
    return what == null ? value(row) : what.apply(row);
  }

  public boolean isTagged() {
    return tags != null;
  }

  /** The labels that a row shows. */
  public List<Tag> tags(T row) {
    Function<T, List<Tag>> which = tags;
    return which == null ? List.of() : which.apply(row);
  }

  /** What a row shows; a dash when there is nothing. */
  public String text(T row) {
    Function<T, String> how = text;
    if (how != null) {
      return how.apply(row);
    }
    Object found = value(row);
    return choices.isEmpty() || found == null ? words.shown(found) : label(found);
  }

  /** What stands in files where the value is no number and no moment. */
  public String fileText(T row) {
    Function<T, String> how = filed;
    return how == null ? text(row) : how.apply(row);
  }

  private String label(Object found) {
    String word = found instanceof Enum<?> one ? one.name() : found.toString();
    return choices.stream()
        .filter(choice -> choice.word().equals(word))
        .map(Choice::label)
        .findFirst()
        .orElseGet(() -> words.shown(word));
  }

  /** Class of what is in the cell. */
  public String style(T row) {
    return style.apply(row);
  }

  /** What a row tells when it is pointed at. */
  public String title(T row) {
    return title.apply(row);
  }

  /** Where a row's cell leads; empty when nowhere. */
  public String link(T row) {
    return link.apply(row);
  }
}
