package org.comuta.archive;

import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.comuta.description.Json;
import org.comuta.secret.Secrets;
import org.comuta.secret.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * A part that is rows of tables: a file for each table, a line of JSON for each row. Restored, the
 * tables have the rows of the backup and no others. Any thread.
 */
public final class TablePart implements BackupPart {
  /** What else there is to do once the rows are back, in the same transaction. */
  @FunctionalInterface
  public interface Afterwards {
    void run(RestoreRequest request) throws IOException;
  }

  private final String name;
  private final int order;
  private final TableDatabase database;
  private final Secrets secrets;
  private final List<Table> tables;
  private final Afterwards afterwards;

  /**
   * @param tables those that others refer to first
   */
  public TablePart(
      String name,
      int order,
      DataSource source,
      Secrets secrets,
      List<Table> tables,
      Afterwards afterwards) {
    this.name = name;
    this.order = order;
    this.database = new TableDatabase(source);
    this.secrets = secrets;
    this.tables = List.copyOf(tables);
    this.afterwards = afterwards;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public void write(PartOutput out) throws IOException {
    for (Table table : tables) {
      try (OutputStream file = out.file(table.file())) {
        database.forEach(
            table,
            row -> {
              file.write(line(table, row, out).getBytes(StandardCharsets.UTF_8));
              file.write('\n');
            });
      }
    }
  }

  private String line(Table table, Map<String, @Nullable Object> row, PartOutput out) {
    JsonObjectBuilder line = Json.object();
    for (Column column : table.columns()) {
      Object value = row.get(column.name());
      if (value != null && column.sealed()) {
        value = encrypted(column, row, (String) value, out);
      }
      line.add(column.field(), column.json(value));
    }
    return line.build().toString();
  }

  private @Nullable String encrypted(
      Column column, Map<String, @Nullable Object> row, String sealed, PartOutput out) {
    String place = Objects.requireNonNull(column.place()).apply(row);
    try {
      return out.encrypted(secrets.open(sealed, place), place);
    } catch (UnreadableSecretException lost) {
      return null; // nobody can read it any more, here neither
    }
  }

  @Override
  public PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException {
    List<TablePlan> plans = new ArrayList<>();
    for (Table table : tables) {
      TablePlan plan = new TablePlan(table, database, secrets, request);
      if (in.files().contains(table.file())) {
        plan.read(in);
        plans.add(plan);
      }
    }
    return new PartPlan() {
      @Override
      public List<PartChange> changes() {
        return plans.stream().flatMap(plan -> plan.changes().stream()).toList();
      }

      @Override
      public List<PartProblem> problems() {
        return plans.stream().flatMap(plan -> plan.problems().stream()).toList();
      }

      @Override
      public List<String> notes() {
        return plans.stream().flatMap(plan -> plan.notes().stream()).toList();
      }

      @Override
      public Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new HashMap<>();
        plans.forEach(plan -> names.putAll(plan.names()));
        return names;
      }

      @Override
      public void restore() throws IOException {
        for (TablePlan plan : plans) {
          plan.restore();
        }
        afterwards.run(request);
      }
    };
  }
}
