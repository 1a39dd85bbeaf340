package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.comuta.description.Catalogue;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.Parsed;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** The objects as saved last, and changes to one of them; each change is a revision. Any thread. */
final class ObjectService {
  private final Saves saves;
  private final Catalogue catalogue;
  private final StoredBodies bodies;

  ObjectService(Saves saves, Catalogue catalogue) {
    this.saves = saves;
    this.catalogue = catalogue;
    this.bodies = new StoredBodies(catalogue);
  }

  Listing<StoredObject> list(String kind, ObjectQuery query) {
    ObjectDescription<?> description = kind(kind).description();
    ObjectFilter filter = new ObjectFilter(description, query.filters());
    return saves.read(
        store ->
            query.filters().isEmpty()
                ? page(store, description, query)
                : search(store, description, query, filter));
  }

  private Listing<StoredObject> page(
      ConfigurationStore store, ObjectDescription<?> description, ObjectQuery query) {
    List<String> names = store.names(description.kind());
    List<String> wanted = query.page(names);
    List<StoredObject> page =
        wanted.isEmpty()
            ? List.of()
            : store.some(description.kind(), wanted).values().stream()
                .map(bodies::current)
                .toList();
    return new Listing<>(page, names.size());
  }

  private Listing<StoredObject> search(
      ConfigurationStore store,
      ObjectDescription<?> description,
      ObjectQuery query,
      ObjectFilter filter) {
    List<StoredObject> found =
        store.all(description.kind()).values().stream()
            .map(bodies::current)
            .filter(object -> filter.accepts(object.body()))
            .toList();
    return new Listing<>(query.page(found), found.size());
  }

  StoredObject get(String kind, String name) {
    ObjectDescription<?> description = kind(kind).description();
    return saves.read(store -> existing(store, description, name));
  }

  Saved put(String kind, String name, JsonObject body, Edit edit) {
    return put(kind(kind), name, body, edit);
  }

  private <T> Saved put(ObjectKind<T> kind, String name, JsonObject body, Edit edit) {
    ObjectDescription<T> description = kind.description();
    String word = description.kind();
    T object = parse(description, name, body);
    JsonObject after = description.toJson(object);
    return saves.save(
        save -> {
          StoredObject stored = save.store().find(word, name);
          StoredObject before = stored == null ? null : bodies.current(stored);
          expect(edit, word, name, before);
          if (before != null && after.equals(before.body())) {
            return new Saved(Change.UNCHANGED, save.state().latestRevision, before);
          }
          Draft draft = Draft.current(catalogue, save.store());
          draft.put(word, name, after);
          refuse(word, name, draft.check(kind, object));
          JsonObject old = before == null ? null : before.body();
          long revision = save.commit(edit, List.of(new PendingChange(word, name, old, after)));
          return new Saved(
              before == null ? Change.CREATED : Change.UPDATED,
              revision,
              new StoredObject(word, name, revision, after));
        });
  }

  private static <T> T parse(ObjectDescription<T> description, String name, JsonObject body) {
    JsonValue given = body.getOrDefault("name", JsonValue.NULL);
    JsonObject named =
        given.getValueType() == JsonValue.ValueType.NULL
            ? Json.object(body).add("name", name).build()
            : body;
    Parsed<T> parsed = description.parse(named);
    T object = parsed.object();
    if (object == null) {
      throw InvalidConfigurationException.of(description.kind(), name, parsed.problems());
    }
    if (!description.name(object).equals(name)) {
      String message = "name is another one than the object's, " + name + "; copy it instead.";
      refuse(description.kind(), name, List.of(new Problem("name", "conflict", message)));
    }
    return object;
  }

  Saved delete(String kind, String name, Edit edit) {
    ObjectDescription<?> description = kind(kind).description();
    return saves.save(
        save -> {
          StoredObject before = existing(save.store(), description, name);
          expect(edit, kind, name, before);
          List<ObjectUser> users = Draft.current(catalogue, save.store()).users(kind, name);
          if (!users.isEmpty()) {
            throw new ObjectInUseException(kind, name, users);
          }
          PendingChange change = new PendingChange(kind, name, before.body(), null);
          return new Saved(Change.DELETED, save.commit(edit, List.of(change)), before);
        });
  }

  private ObjectKind<?> kind(String kind) {
    return catalogue
        .kind(kind)
        .orElseThrow(() -> new NotFoundException("There is no kind of object " + kind + "."));
  }

  private StoredObject existing(
      ConfigurationStore store, ObjectDescription<?> description, String name) {
    StoredObject found = store.find(description.kind(), name);
    if (found == null) {
      throw new NotFoundException("There is no " + description.kind() + " " + name + ".");
    }
    return bodies.current(found);
  }

  private static void expect(Edit edit, String kind, String name, @Nullable StoredObject before) {
    long current = before == null ? 0 : before.revision();
    Long expected = edit.expectedRevision();
    if (expected != null && expected != current) {
      throw new StaleObjectException(kind, name, expected, current);
    }
  }

  private static void refuse(String kind, String name, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw InvalidConfigurationException.of(kind, name, problems);
    }
  }
}
