package org.comuta.provisioning;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartChange.FieldChange;
import org.comuta.archive.PartPlan;
import org.comuta.archive.RestoreRequest;
import org.comuta.configuration.ImportObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What restoring the objects of an {@link ObjectsPart} changes, and doing it. Used once. */
final class ObjectsPlan implements PartPlan {
  private static final JsonValue MASK = Json.value(Secret.MASK);
  private static final JsonValue NOTHING = Json.value("");

  private final ObjectDescription<?> description;
  private final KeptObjects kept;
  private final RestoreRequest request;
  private final Map<String, JsonObject> here = new TreeMap<>();
  private final Set<String> needed;
  private final Set<String> named = new HashSet<>();
  private final Map<String, JsonObject> saved = new TreeMap<>();
  private final List<String> gone = new ArrayList<>();
  private final List<PartChange> changes = new ArrayList<>();
  private final List<PartProblem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  ObjectsPlan(
      ObjectDescription<?> description,
      KeptObjects kept,
      FileReading file,
      RestoreRequest request) {
    this.description = description;
    this.kept = kept;
    this.request = request;
    kept.all(true).forEach(one -> here.put(one.name(), one.body()));
    needed = kept.needed(request);
    file.problems()
        .forEach(
            one ->
                problems.add(new PartProblem(one.kind(), one.name(), one.problem(), one.line())));
    file.objects().forEach(this::take);
    here.forEach(this::missed);
  }

  private void take(ImportObject object) {
    String name = object.name();
    JsonObject before = here.get(name);
    if (!named.add(name)) {
      problem(object, new Problem("name", "duplicate", name + " is there already."));
      return;
    }
    Set<String> lost = lost(object, before);
    JsonObject body = without(object.fields(), lost);
    List<FieldChange> fields = differences(before, body);
    if (before != null && needed.contains(name)) {
      if (!fields.isEmpty()) {
        notes.add(called(name) + " stays as it is here, for whoever restores signs in by it.");
      }
      return;
    }
    List<Problem> wrong = kept.problems(name, body);
    if (wrong.stream().anyMatch(one -> lost.contains(one.field()))) {
      notes.add(called(name) + " is left out: its secret is not in a backup without passphrase.");
      return;
    }
    wrong.forEach(one -> problem(object, one));
    lost.forEach(
        field ->
            notes.add(
                "%s: %s becomes empty, for a backup without passphrase has no secrets."
                    .formatted(called(name), field)));
    if (before == null || !fields.isEmpty()) {
      saved.put(name, body);
      change(name, before == null ? Change.CREATED : Change.UPDATED, fields);
    }
  }

  private void missed(String name, JsonObject body) {
    if (named.contains(name)) {
      return;
    }
    if (needed.contains(name)) {
      notes.add(called(name) + " stays, for whoever restores signs in by it.");
    } else {
      gone.add(name);
      change(name, Change.DELETED, differences(body, null));
    }
  }

  /** Secrets that are neither in the file nor here. */
  private Set<String> lost(ImportObject object, @Nullable JsonObject before) {
    Set<String> lost = new HashSet<>();
    for (FieldDescription field : description.fields()) {
      if (field.secret()
          && MASK.equals(object.fields().get(field.name()))
          && (before == null || NOTHING.equals(value(before, field)))) {
        lost.add(field.name());
      }
    }
    return lost;
  }

  private static JsonObject without(JsonObject fields, Set<String> lost) {
    JsonObjectBuilder body = Json.object(fields);
    lost.forEach(field -> body.add(field, ""));
    return body.build();
  }

  private List<FieldChange> differences(@Nullable JsonObject before, @Nullable JsonObject after) {
    List<FieldChange> fields = new ArrayList<>();
    for (FieldDescription field : description.fields()) {
      JsonValue was = value(before, field);
      JsonValue becomes = value(after, field);
      boolean keeps = field.secret() && MASK.equals(becomes) && !NOTHING.equals(was);
      if (!Objects.equals(was, becomes) && !(before != null && keeps)) {
        fields.add(new FieldChange(field.name(), shown(was, field), shown(becomes, field)));
      }
    }
    return fields;
  }

  private static @Nullable JsonValue value(@Nullable JsonObject body, FieldDescription field) {
    if (body == null) {
      return null;
    }
    JsonValue value = body.getOrDefault(field.name(), field.defaultValue());
    return field.secret() && !(value instanceof JsonString) ? NOTHING : value;
  }

  private static @Nullable JsonValue shown(@Nullable JsonValue value, FieldDescription field) {
    return value != null && field.secret() && !NOTHING.equals(value) ? MASK : value;
  }

  private void change(String name, Change change, List<FieldChange> fields) {
    changes.add(new PartChange(description.kind(), name, change, fields));
  }

  private void problem(ImportObject object, Problem problem) {
    problems.add(
        new PartProblem(description.kind(), object.name(), problem, object.line(problem.field())));
  }

  private String called(String name) {
    return description.kind() + " " + name;
  }

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
    return notes;
  }

  @Override
  public void restore() {
    gone.forEach(name -> kept.delete(name, request));
    saved.forEach((name, body) -> kept.save(name, body, request));
    kept.restored();
  }
}
