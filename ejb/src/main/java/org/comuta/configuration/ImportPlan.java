package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.configuration.SavedObjects.Step;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** Works out what an import changes and what is wrong with it. Used once, by one thread. */
final class ImportPlan {
  private final Catalogue catalogue;
  private final SecretFields secrets;
  private final SavedObjects now;
  private final ImportRequest request;
  private final Map<ObjectKey, ImportObject> given = new HashMap<>();
  private final List<PendingChange> changes = new ArrayList<>();
  private final List<Step> broken = new ArrayList<>();
  private final List<ObjectProblem> problems;
  private int unchanged;

  ImportPlan(Catalogue catalogue, SecretFields secrets, SavedObjects now, ImportRequest request) {
    this.catalogue = catalogue;
    this.secrets = secrets;
    this.now = now;
    this.request = request;
    this.problems = new ArrayList<>(request.problems());
    request.objects().forEach(this::take);
    if (request.mode() == ImportMode.REPLACE) {
      request.kinds().forEach(this::deleteOthers);
    }
    changes.sort(PendingChange.ORDER);
    check();
  }

  /** What it changes, in order of kind and name. */
  List<PendingChange> changes() {
    return changes;
  }

  /** Everything that is wrong. */
  List<ObjectProblem> problems() {
    return problems;
  }

  /** How many of its objects are so already. */
  int unchanged() {
    return unchanged;
  }

  private void take(ImportObject object) {
    ObjectKey key = new ObjectKey(object.kind(), object.name());
    ImportObject before = given.putIfAbsent(key, object);
    if (before != null) {
      String message = "The object is there already, on line " + before.line() + ".";
      problems.add(problem(object, new Problem("name", "duplicate", message)));
      return;
    }
    catalogue
        .kind(object.kind())
        .ifPresentOrElse(
            kind -> take(kind.description(), key, object),
            () ->
                problems.add(
                    problem(object, new Problem("", "unknown", "There is no such kind."))));
  }

  private <T> void take(ObjectDescription<T> description, ObjectKey key, ImportObject object) {
    StoredObject stored = now.find(key.kind(), key.name());
    JsonObject before = stored == null ? null : stored.body();
    JsonObject wanted = wanted(description, stored, object);
    Parsed<T> parsed = description.parse(wanted);
    T made = parsed.object();
    if (made == null) {
      refuse(key, wanted, object, parsed.problems());
      return;
    }
    JsonObject after = secrets.settled(key.kind(), key.name(), description.toJson(made), before);
    List<Problem> missing = secrets.missing(key.kind(), after);
    if (!missing.isEmpty()) {
      refuse(key, wanted, object, missing);
    } else if (after.equals(before)) {
      unchanged++;
    } else {
      changes.add(new PendingChange(key.kind(), key.name(), before, after));
    }
  }

  private void refuse(ObjectKey key, JsonObject wanted, ImportObject object, List<Problem> wrong) {
    wrong.forEach(problem -> problems.add(problem(object, problem)));
    // It stays among the others, so that who names it is not blamed.
    broken.add(new Step(key, 0, wanted));
  }

  private JsonObject wanted(
      ObjectDescription<?> description, @Nullable StoredObject stored, ImportObject object) {
    // With masks in place of secrets, which keeps those that the file does not give.
    JsonObject before = stored == null ? null : secrets.masked(stored).body();
    JsonObjectBuilder wanted =
        before != null && request.mode() == ImportMode.MERGE ? Json.object(before) : Json.object();
    object.fields().forEach(wanted::add);
    wanted.add("name", object.name());
    if (before != null && request.keepAddresses()) {
      description.fields().stream()
          .filter(FieldDescription::address)
          .map(FieldDescription::name)
          .filter(before::containsKey)
          .forEach(field -> wanted.add(field, before.get(field)));
    }
    return wanted.build();
  }

  private void deleteOthers(String kind) {
    now.kind(kind)
        .forEach(
            (name, object) -> {
              if (!given.containsKey(new ObjectKey(kind, name))) {
                changes.add(new PendingChange(kind, name, object.body(), null));
              }
            });
  }

  private void check() {
    Set<ObjectKey> told = new HashSet<>();
    broken.forEach(step -> told.add(step.key()));
    SavedObjects then = now.with(changes);
    for (ObjectProblem found : new Checks(catalogue).all(then.after(then.revision(), broken))) {
      ObjectKey key = new ObjectKey(found.kind(), found.name());
      if (!told.contains(key)) {
        ImportObject object = given.get(key);
        problems.add(object == null ? found : problem(object, found.problem()));
      }
    }
  }

  private static ObjectProblem problem(ImportObject object, Problem problem) {
    return new ObjectProblem(object.kind(), object.name(), problem, object.line(problem.field()));
  }
}
