package org.comuta.archive;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartChange.FieldChange;
import org.comuta.archive.PartPlan.PartProblem;
import org.comuta.description.Json;
import org.comuta.description.Problem;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;
import org.comuta.secret.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/** What restoring one table changes, and doing it. Used once, by one thread. */
final class TablePlan {
  private static final int MOST_ROWS = 500_000;
  private static final int LARGEST_FILE = 256 << 20;
  private static final int MOST_PROBLEMS = 1_000;

  private final Table table;
  private final TableDatabase database;
  private final Secrets secrets;
  private final RestoreRequest request;
  private final Map<List<Object>, Map<String, @Nullable Object>> here = new LinkedHashMap<>();
  private final Map<List<Object>, Map<String, @Nullable Object>> wanted = new LinkedHashMap<>();
  private final Map<List<Object>, Map<String, @Nullable Object>> used = new LinkedHashMap<>();
  private final List<Map<String, @Nullable Object>> created = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> updated = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> deleted = new ArrayList<>();
  private final List<PartChange> changes = new ArrayList<>();
  private final List<PartProblem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  TablePlan(Table table, TableDatabase database, Secrets secrets, RestoreRequest request) {
    this.table = table;
    this.database = database;
    this.secrets = secrets;
    this.request = request;
  }

  List<PartChange> changes() {
    return changes;
  }

  List<PartProblem> problems() {
    return problems;
  }

  List<String> notes() {
    return notes;
  }

  /** As {@link PartPlan#names}. */
  Map<String, Set<String>> names() {
    if (!table.named()) {
      return Map.of();
    }
    Set<String> names = new HashSet<>();
    wanted.values().forEach(row -> names.add(table.shownName(row)));
    used.values().forEach(row -> names.add(table.shownName(row)));
    return Map.of(table.kind(), names);
  }

  /** Reads the file, and compares it with what is here. */
  void read(PartInput in) throws IOException, ArchiveException {
    if (in.octets(table.file()) > LARGEST_FILE) {
      throw ArchiveException.tooLarge(table.file() + " is too large.");
    }
    Table.Uses uses = table.places();
    Set<String> inUse = uses == null ? Set.of() : database.values(uses.table(), uses.column());
    database.forEach(
        table,
        row -> {
          if (inUse.contains(table.shownName(row))) {
            used.put(table.key(row), row);
          } else if (!isOfRestorer(row)) {
            here.put(table.key(row), row);
          }
        });
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in.file(table.file()), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (++number > MOST_ROWS) {
          throw ArchiveException.tooLarge(table.file() + " has more than " + MOST_ROWS + " lines.");
        }
        take(line, number, in);
      }
    }
    compare(in.passphrase() != null);
  }

  private void take(String line, int number, PartInput in) throws ArchiveException {
    Map<String, @Nullable Object> row = new HashMap<>();
    JsonObject json;
    try {
      json = Json.parse(line);
    } catch (JsonException malformed) {
      problem("", new Problem("", "syntax", "The line is not an object of JSON."), number);
      return;
    }
    boolean good = true;
    for (Column column : table.columns()) {
      try {
        row.put(column.name(), column.read(json.get(column.field())));
      } catch (IllegalArgumentException wrong) {
        String named =
            json.get(Column.text(table.keys().getFirst(), 0).field()) instanceof JsonString text
                ? text.getString()
                : "";
        problem(
            named,
            new Problem(column.field(), "syntax", String.valueOf(wrong.getMessage())),
            number);
        good = false;
      }
    }
    if (!good || isOfRestorer(row)) {
      return;
    }
    Map<String, @Nullable Object> left = used.get(table.key(row));
    if (left != null) {
      if (differs(left, row)) {
        notes.add("%s is in use, and stays as it is here.".formatted(called(row)));
      }
      return;
    }
    for (Column column : table.columns()) {
      if (column.sealed() && row.get(column.name()) instanceof String encrypted) {
        row.put(column.name(), in.decrypted(encrypted, place(column, row)));
      }
    }
    if (wanted.putIfAbsent(table.key(row), row) != null) {
      problem(table.shownName(row), new Problem("", "duplicate", "It is there already."), number);
    }
  }

  private boolean isOfRestorer(Map<String, @Nullable Object> row) {
    return table.owner() != null && request.user().equals(row.get(table.owner()));
  }

  private void problem(String named, Problem problem, int line) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new PartProblem(table.kind(), named, problem, line));
    }
  }

  private void compare(boolean withSecrets) {
    for (Map.Entry<List<Object>, Map<String, @Nullable Object>> entry : wanted.entrySet()) {
      Map<String, @Nullable Object> row = entry.getValue();
      Map<String, @Nullable Object> before = here.get(entry.getKey());
      boolean complete = settle(row, before, withSecrets);
      if (table.whole() && !withSecrets) {
        keepWhole(row, before);
      }
      if (!complete) {
        notes.add(
            "%s %s is left out: its secret is not in a backup without passphrase."
                .formatted(table.kind(), table.shownName(row)));
      } else if (before == null) {
        created.add(row);
        changes.add(change(Change.CREATED, null, row));
      } else {
        List<FieldChange> fields = fields(before, row);
        if (!fields.isEmpty()) {
          updated.add(row);
          changes.add(new PartChange(table.kind(), table.shownName(row), Change.UPDATED, fields));
        }
      }
    }
    here.forEach(
        (key, row) -> {
          if (!wanted.containsKey(key)) {
            deleted.add(row);
            changes.add(change(Change.DELETED, row, null));
          }
        });
  }

  private void keepWhole(
      Map<String, @Nullable Object> row, @Nullable Map<String, @Nullable Object> before) {
    if (before == null) {
      notes.add(
          "%s comes without its secrets, for a backup without passphrase has none."
              .formatted(called(row)));
    } else if (differs(before, row)) {
      notes.add(
          "%s stays as it is here, for a backup without passphrase has no secrets."
              .formatted(called(row)));
      row.putAll(before);
    }
  }

  private String called(Map<String, @Nullable Object> row) {
    return table.kind() + " " + table.shownName(row);
  }

  private boolean differs(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    return table.columns().stream()
        .filter(column -> !column.sealed())
        .anyMatch(column -> !Objects.equals(before.get(column.name()), after.get(column.name())));
  }

  /**
   * Secrets the backup does not have stay as they are here, and those it has become what is stored.
   *
   * @return false when a row that is new here lacks one that it must have
   */
  private boolean settle(
      Map<String, @Nullable Object> row,
      @Nullable Map<String, @Nullable Object> before,
      boolean withSecrets) {
    for (Column column : table.columns()) {
      if (!column.sealed()) {
        continue;
      }
      Object stored = before == null ? null : before.get(column.name());
      if (row.get(column.name()) instanceof String secret) {
        String place = place(column, row);
        row.put(
            column.name(),
            stored instanceof String sealed && opens(sealed, place, secret)
                ? sealed
                : secrets.seal(secret, place));
      } else if (stored != null && !(table.whole() && withSecrets)) {
        row.put(column.name(), stored);
      } else if (!column.optional()) {
        return false;
      }
    }
    return true;
  }

  private boolean opens(String sealed, String place, String secret) {
    try {
      return secrets.open(sealed, place).equals(secret);
    } catch (UnreadableSecretException lost) {
      return false;
    }
  }

  private static String place(Column column, Map<String, @Nullable Object> row) {
    return Objects.requireNonNull(column.place()).apply(row);
  }

  private List<FieldChange> fields(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    List<FieldChange> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      Object was = before.get(column.name());
      Object becomes = after.get(column.name());
      if (!column.onceOnly() && !Objects.equals(was, becomes)) {
        fields.add(new FieldChange(column.field(), shown(column, was), shown(column, becomes)));
      }
    }
    return fields;
  }

  private PartChange change(
      Change change,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    Map<String, @Nullable Object> named = Objects.requireNonNull(after == null ? before : after);
    List<FieldChange> fields =
        table.columns().stream()
            .map(
                column ->
                    new FieldChange(
                        column.field(),
                        before == null ? null : shown(column, before.get(column.name())),
                        after == null ? null : shown(column, after.get(column.name()))))
            .toList();
    return new PartChange(table.kind(), table.shownName(named), change, fields);
  }

  private static JsonValue shown(Column column, @Nullable Object value) {
    return column.hidden() && value != null ? Json.value(Secret.MASK) : column.json(value);
  }

  /** Makes the table what the backup says. */
  void restore() throws IOException {
    database.delete(table, deleted);
    database.update(table, updated);
    if (table.parent() != null && table.owner() != null) {
      Set<String> owners = database.values(table.parent(), "name");
      created.removeIf(row -> !owners.contains(String.valueOf(row.get(table.owner()))));
    }
    database.insert(table, created);
  }
}
