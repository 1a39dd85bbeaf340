package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Parsed;
import org.comuta.description.Problem;

/**
 * All objects as they would be with some changes, to be checked before they are saved or applied.
 * Kinds are loaded when first asked for. Confined to one thread.
 */
final class Draft implements ObjectSet {
  private final Catalogue catalogue;
  private final Function<String, SequencedMap<String, JsonObject>> source;
  private final BiPredicate<String, String> saved;
  private final Map<String, SequencedMap<String, JsonObject>> bodies = new HashMap<>();
  private final Map<Class<?>, SequencedMap<String, Object>> objects = new HashMap<>();
  private final List<ObjectProblem> unreadable = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  /**
   * @param source the bodies of all objects of a kind by their names; the draft may change the map
   * @param saved whether the source has an object of this kind and name
   */
  private Draft(
      Catalogue catalogue,
      Function<String, SequencedMap<String, JsonObject>> source,
      BiPredicate<String, String> saved) {
    this.catalogue = catalogue;
    this.source = source;
    this.saved = saved;
  }

  /** The objects as saved last. */
  static Draft current(Catalogue catalogue, ConfigurationStore store) {
    return new Draft(
        catalogue,
        kind -> {
          SequencedMap<String, JsonObject> loaded = new TreeMap<>();
          store.all(kind).forEach((name, object) -> loaded.put(name, object.body()));
          return loaded;
        },
        store::exists);
  }

  /** These objects. */
  static Draft of(Catalogue catalogue, Map<ObjectKey, JsonObject> all) {
    return new Draft(
        catalogue,
        kind -> {
          SequencedMap<String, JsonObject> loaded = new TreeMap<>();
          all.forEach(
              (key, body) -> {
                if (key.kind().equals(kind)) {
                  loaded.put(key.name(), body);
                }
              });
          return loaded;
        },
        (kind, name) -> all.containsKey(new ObjectKey(kind, name)));
  }

  /** Makes this object part of the draft, in place of the one of its name. Before any reading. */
  void put(String kind, String name, JsonObject body) {
    bodies(kind).put(name, body);
  }

  /** The bodies of all objects of a kind by their names. */
  SequencedMap<String, JsonObject> bodies(String kind) {
    return bodies.computeIfAbsent(kind, source);
  }

  @Override
  public boolean exists(String kind, String name) {
    SequencedMap<String, JsonObject> loaded = bodies.get(kind);
    return loaded == null ? saved.test(kind, name) : loaded.containsKey(name);
  }

  @Override
  public <T> Collection<T> all(Class<T> type) {
    return objects(catalogue.type(type)).sequencedValues();
  }

  /** All objects of a kind that can be read, by their names. */
  @SuppressWarnings("unchecked") // each map is filled with objects of its own type
  private <T> SequencedMap<String, T> objects(ObjectKind<T> kind) {
    ObjectDescription<T> description = kind.description();
    if (read.add(description.kind())) {
      SequencedMap<String, Object> made = new TreeMap<>();
      bodies(description.kind())
          .forEach(
              (name, body) -> {
                Parsed<T> parsed = description.parseStored(body);
                if (parsed.object() != null) {
                  made.put(name, parsed.object());
                }
                report(description.kind(), name, parsed.problems(), unreadable);
              });
      objects.put(description.type(), made);
    }
    SequencedMap<String, ?> made =
        objects.getOrDefault(description.type(), Collections.emptySortedMap());
    return (SequencedMap<String, T>) made;
  }

  /** Everything that is wrong anywhere. */
  List<ObjectProblem> checkAll() {
    List<ObjectProblem> problems = new ArrayList<>();
    for (ObjectKind<?> kind : catalogue.kinds()) {
      checkKind(kind, problems);
    }
    problems.addAll(unreadable);
    return problems;
  }

  private <T> void checkKind(ObjectKind<T> kind, List<ObjectProblem> problems) {
    objects(kind)
        .forEach(
            (name, object) ->
                report(kind.description().kind(), name, check(kind, object), problems));
  }

  /** What is wrong with this object among all of the draft. */
  <T> List<Problem> check(ObjectKind<T> kind, T object) {
    List<Problem> problems = new ArrayList<>();
    JsonObject body = kind.description().toJson(object);
    for (FieldDescription field : kind.description().fields()) {
      for (String name : references(field, body)) {
        if (!exists(field.references(), name)) {
          String message = field.name() + ": there is no " + field.references() + " " + name + ".";
          problems.add(new Problem(field.name(), "reference", message));
        }
      }
    }
    problems.addAll(kind.check(object, this));
    return problems;
  }

  /** Who names this object. */
  List<ObjectUser> users(String kind, String name) {
    List<ObjectUser> users = new ArrayList<>();
    for (ObjectKind<?> other : catalogue.kinds()) {
      ObjectDescription<?> description = other.description();
      for (FieldDescription field : description.fields()) {
        if (!field.references().equals(kind)) {
          continue;
        }
        bodies(description.kind())
            .forEach(
                (user, body) -> {
                  if (references(field, body).contains(name)) {
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

  private static void report(
      String kind, String name, List<Problem> problems, List<ObjectProblem> all) {
    problems.forEach(problem -> all.add(new ObjectProblem(kind, name, problem)));
  }
}
