package org.comuta.archive;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartChange.FieldChange;
import org.comuta.description.Json;
import org.comuta.description.Problem;

/** A part that is one object of settings without secrets: a file of JSON. Any thread. */
public final class JsonPart implements BackupPart {
  /** What keeps the settings. */
  public interface Settings {
    /** Those that there are. */
    JsonObject now() throws IOException;

    /** What is wrong with others; empty when nothing is. */
    List<Problem> check(JsonObject wanted, RestoreRequest request);

    /** What whoever restores others should know. */
    default List<String> notes() {
      return List.of();
    }

    /** Keeps others, in the transaction of the caller. Only without problems. */
    void keep(JsonObject wanted, RestoreRequest request) throws IOException;
  }

  private static final int LARGEST = 4 << 20;

  private final String name;
  private final String kind;
  private final Settings settings;

  /** A part whose settings have its name. */
  public JsonPart(String name, Settings settings) {
    this(name, name, settings);
  }

  /**
   * @param kind word for the settings, and the name of the file
   */
  public JsonPart(String name, String kind, Settings settings) {
    this.name = name;
    this.kind = kind;
    this.settings = settings;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int order() {
    return LATER;
  }

  private String file() {
    return kind + ".json";
  }

  @Override
  public void write(PartOutput out) throws IOException {
    try (OutputStream file = out.file(file())) {
      file.write(settings.now().toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException {
    JsonObject wanted = read(in);
    List<PartChange> changes = differences(settings.now(), wanted);
    List<PartPlan.PartProblem> problems =
        settings.check(wanted, request).stream()
            .map(one -> new PartPlan.PartProblem(kind, "", one, 0))
            .toList();
    return new PartPlan() {
      @Override
      public List<PartChange> changes() {
        return changes;
      }

      @Override
      public List<PartProblem> problems() {
        return problems;
      }

      @Override
      public List<String> notes() {
        return changes.isEmpty() ? List.of() : settings.notes();
      }

      @Override
      public void restore() throws IOException {
        settings.keep(wanted, request);
      }
    };
  }

  private JsonObject read(PartInput in) throws IOException, ArchiveException {
    try (InputStream file = in.file(file())) {
      return Json.parse(new String(file.readNBytes(LARGEST), StandardCharsets.UTF_8));
    } catch (JsonException malformed) {
      throw new ArchiveException(Reason.FORMAT, file() + " cannot be read.");
    }
  }

  private List<PartChange> differences(JsonObject before, JsonObject after) {
    List<FieldChange> fields =
        after.keySet().stream()
            .filter(field -> !Objects.equals(after.get(field), before.get(field)))
            .map(field -> new FieldChange(field, before.get(field), after.get(field)))
            .toList();
    return fields.isEmpty() ? List.of() : List.of(new PartChange(kind, "", Change.UPDATED, fields));
  }
}
