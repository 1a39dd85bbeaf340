package org.comuta.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the database that is in backups. Immutable.
 *
 * @param name of the table
 * @param kind word for one of its rows, such as {@code user}
 * @param keys the columns that tell rows apart
 * @param owner the column with the user a row is of; null when rows are nobody's. Rows of the one
 *     who restores are left alone.
 * @param parent the table that must have the owner; null when that is of no matter
 * @param places rows named there are left alone; null when there are no such
 * @param whole a row without its secrets is not taken where the row is here
 * @param named the configuration names rows, by this kind
 */
public record Table(
    String name,
    String kind,
    List<String> keys,
    List<Column> columns,
    @Nullable String owner,
    @Nullable String parent,
    @Nullable Uses places,
    boolean whole,
    boolean named) {
  /** A column of another table with the names of rows that are in use there. */
  public record Uses(String table, String column) {}

  public Table {
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
  }

  /** A table whose rows are nobody's. */
  public static Table of(String name, String kind, List<String> keys, Column... columns) {
    return new Table(name, kind, keys, List.of(columns), null, null, null, false, false);
  }

  /** The rows are of the users named in this column. */
  public Table owned(String column) {
    return new Table(name, kind, keys, columns, column, parent, places, whole, named);
  }

  /** The rows are of users, and go with them: those of users who are not there are left out. */
  public Table ownedBy(String column, String users) {
    return new Table(name, kind, keys, columns, column, users, places, whole, named);
  }

  /** Rows that are named in this column of that table stay as they are here. */
  public Table leftAloneIn(String table, String column) {
    return new Table(
        name, kind, keys, columns, owner, parent, new Uses(table, column), whole, named);
  }

  /**
   * A row and its secrets belong together: without a passphrase, one that is here stays as it is,
   * and one that is not comes with none.
   */
  public Table keptWhole() {
    return new Table(name, kind, keys, columns, owner, parent, places, true, named);
  }

  /** The configuration names its rows, by this kind. */
  public Table namedByConfiguration() {
    return new Table(name, kind, keys, columns, owner, parent, places, whole, true);
  }

  /** Name of the file. */
  String file() {
    return name.replace('_', '-') + ".jsonl";
  }

  List<Object> key(Map<String, @Nullable Object> row) {
    List<Object> key = new ArrayList<>(keys.size());
    keys.forEach(column -> key.add(Objects.requireNonNull(row.get(column), column)));
    return key;
  }

  /** What people call a row: its keys, but for those nobody is shown. */
  String shownName(Map<String, @Nullable Object> row) {
    return columns.stream()
        .filter(column -> keys.contains(column.name()) && !column.hidden())
        .map(column -> String.valueOf(row.get(column.name())))
        .collect(Collectors.joining(" "));
  }
}
