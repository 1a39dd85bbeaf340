package org.comuta.backup;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartChange.FieldChange;
import org.comuta.archive.PartPlan;
import org.comuta.configuration.ImportObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.provisioning.FileReading;
import org.comuta.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What restoring the schedules of backups changes, and doing it. Used once. */
final class SchedulesPlan implements PartPlan {
  private static final JsonValue MASK = Json.value(Secret.MASK);

  private final SchedulesBean schedules;
  private final Map<String, JsonObject> wanted = new TreeMap<>();
  private final List<String> gone = new ArrayList<>();
  private final List<PartChange> changes = new ArrayList<>();
  private final List<PartProblem> problems = new ArrayList<>();
  private final List<String> notes;

  SchedulesPlan(SchedulesBean schedules, FileReading file, List<String> notes) {
    this.schedules = schedules;
    this.notes = notes;
    file.problems()
        .forEach(
            one ->
                problems.add(new PartProblem(one.kind(), one.name(), one.problem(), one.line())));
    Map<String, JsonObject> here = new TreeMap<>();
    schedules.all().forEach(one -> here.put(one.schedule().name(), one.body()));
    file.objects().forEach(object -> take(object, here.get(object.name())));
    here.forEach(
        (name, body) -> {
          if (!wanted.containsKey(name)) {
            gone.add(name);
            changes.add(change(name, Change.DELETED, body, null));
          }
        });
  }

  private void take(ImportObject object, @Nullable JsonObject before) {
    JsonObject body = settled(object, before);
    wanted.put(object.name(), body);
    schedules
        .problems(object.name(), body)
        .forEach(
            problem ->
                problems.add(
                    new PartProblem(
                        SchedulesBean.KIND, object.name(), problem, object.line(problem.field()))));
    if (before == null) {
      changes.add(change(object.name(), Change.CREATED, null, body));
    } else {
      PartChange change = change(object.name(), Change.UPDATED, before, body);
      if (!change.fields().isEmpty()) {
        changes.add(change);
      }
    }
  }

  /** Secrets that are neither in the file nor here are empty. */
  private JsonObject settled(ImportObject object, @Nullable JsonObject before) {
    JsonObjectBuilder body = Json.object(object.fields());
    for (FieldDescription field : ScheduleRules.KIND.description().fields()) {
      if (field.secret()
          && MASK.equals(object.fields().get(field.name()))
          && (before == null || !MASK.equals(before.get(field.name())))) {
        body.add(field.name(), "");
        notes.add(
            "%s %s: %s becomes empty, for a backup without passphrase has no secrets."
                .formatted(SchedulesBean.KIND, object.name(), field.name()));
      }
    }
    return body.build();
  }

  private static PartChange change(
      String name, Change change, @Nullable JsonObject before, @Nullable JsonObject after) {
    List<FieldChange> fields = new ArrayList<>();
    for (FieldDescription field : ScheduleRules.KIND.description().fields()) {
      JsonValue was = shown(before, field);
      JsonValue becomes = shown(after, field);
      if (!Objects.equals(was, becomes)) {
        fields.add(new FieldChange(field.name(), was, becomes));
      }
    }
    return new PartChange(SchedulesBean.KIND, name, change, fields);
  }

  private static @Nullable JsonValue shown(@Nullable JsonObject body, FieldDescription field) {
    if (body == null) {
      return null;
    }
    JsonValue value = body.getOrDefault(field.name(), field.defaultValue());
    boolean secret = field.secret() && !Json.value("").equals(value);
    return secret ? MASK : value;
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
    gone.forEach(schedules::delete);
    wanted.forEach(schedules::save);
  }
}
