package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.Problem;

/** What is wrong with objects among all others, and who names whom. */
final class Checks {
  private final Catalogue catalogue;

  Checks(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Everything that is wrong anywhere. */
  List<ObjectProblem> all(SavedObjects objects) {
    List<ObjectProblem> problems = new ArrayList<>();
    for (ObjectKind<?> kind : catalogue.kinds()) {
      kind(kind, objects, problems);
    }
    return problems;
  }

  private <T> void kind(ObjectKind<T> kind, SavedObjects objects, List<ObjectProblem> problems) {
    String word = kind.description().kind();
    for (Map.Entry<String, SavedObject> entry : objects.kind(word).entrySet()) {
      Object object = entry.getValue().object();
      List<Problem> found =
          object == null
              ? entry.getValue().problems()
              : one(kind, kind.description().type().cast(object), objects);
      found.forEach(problem -> problems.add(new ObjectProblem(word, entry.getKey(), problem)));
    }
  }

  /** What is wrong with this object among these, of which it is one. */
  <T> List<Problem> one(ObjectKind<T> kind, T object, SavedObjects objects) {
    List<Problem> problems = new ArrayList<>();
    JsonObject body = kind.description().toJson(object);
    for (FieldDescription field : kind.description().fields()) {
      for (String name : references(field, body)) {
        if (!objects.exists(field.references(), name)) {
          String message = field.name() + ": there is no " + field.references() + " " + name + ".";
          problems.add(new Problem(field.name(), "reference", message));
        }
      }
    }
    problems.addAll(kind.check(object, objects));
    return problems;
  }

  /** Who names this object: by kind, then by field, then by name. */
  List<ObjectUser> users(SavedObjects objects, String kind, String name) {
    List<ObjectUser> users = new ArrayList<>();
    for (ObjectKind<?> other : catalogue.kinds()) {
      ObjectDescription<?> description = other.description();
      for (FieldDescription field : description.fields()) {
        if (!field.references().equals(kind)) {
          continue;
        }
        objects
            .kind(description.kind())
            .forEach(
                (user, object) -> {
                  if (references(field, object.body()).contains(name)) {
                    users.add(new ObjectUser(description.kind(), user, field.name()));
                  }
                });
      }
    }
    return users;
  }

  private static List<String> references(FieldDescription field, JsonObject body) {
    JsonValue value = body.get(field.name());
    if (!field.isReference() || value == null) {
      return List.of();
    }
    List<JsonValue> values = field.list() ? value.asJsonArray() : List.of(value);
    return values.stream()
        .map(one -> one instanceof JsonString text ? text.getString() : "")
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
