package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.jspecify.annotations.Nullable;

/**
 * All objects of one revision, or as they would be with some changes. Immutable; what it works out
 * of them is remembered. Any thread.
 */
final class SavedObjects implements ObjectSet {
  private final Catalogue catalogue;
  private final long revision;
  private final Map<String, SortedMap<String, SavedObject>> byKind;
  private final Map<Object, Object> remembered = new ConcurrentHashMap<>();

  private SavedObjects(
      Catalogue catalogue, long revision, Map<String, SortedMap<String, SavedObject>> byKind) {
    this.catalogue = catalogue;
    this.revision = revision;
    this.byKind = byKind;
  }

  static SavedObjects none(Catalogue catalogue) {
    return new SavedObjects(catalogue, 0, Map.of());
  }

  /** What becomes of one object; a null body when it goes. */
  record Step(ObjectKey key, long revision, @Nullable JsonObject body) {}

  /** These objects as they would be with the changes. */
  SavedObjects with(List<PendingChange> changes) {
    return after(
        revision,
        changes.stream()
            .map(change -> new Step(new ObjectKey(change.kind(), change.name()), 0, change.after()))
            .toList());
  }

  /** These objects after the steps, in their order. Copies only the kinds that change. */
  SavedObjects after(long newRevision, Iterable<Step> steps) {
    Map<String, SortedMap<String, SavedObject>> changed = new HashMap<>();
    for (Step step : steps) {
      String kind = step.key().kind();
      SortedMap<String, SavedObject> objects =
          changed.computeIfAbsent(kind, ignored -> new TreeMap<>(named(kind)));
      JsonObject body = step.body();
      if (body == null) {
        objects.remove(step.key().name());
      } else {
        objects.put(step.key().name(), read(kind, step.revision(), body));
      }
    }
    Map<String, SortedMap<String, SavedObject>> all = new HashMap<>(byKind);
    all.putAll(changed);
    return new SavedObjects(catalogue, newRevision, all);
  }

  private SavedObject read(String kind, long objectRevision, JsonObject body) {
    return catalogue
        .kind(kind)
        .<SavedObject>map(known -> SavedObject.read(known.description(), objectRevision, body))
        .orElseGet(() -> new SavedObject.Illegible(objectRevision, body, List.of()));
  }

  private SortedMap<String, SavedObject> named(String kind) {
    return byKind.getOrDefault(kind, Collections.emptySortedMap());
  }

  /** The revision they are of. */
  long revision() {
    return revision;
  }

  /** All objects of a kind by their names, in order. */
  SortedMap<String, SavedObject> kind(String kind) {
    return Collections.unmodifiableSortedMap(named(kind));
  }

  @Nullable StoredObject find(String kind, String name) {
    SavedObject found = named(kind).get(name);
    return found == null ? null : stored(kind, name, found);
  }

  /** One of these for the outside. */
  static StoredObject stored(String kind, String name, SavedObject object) {
    return new StoredObject(kind, name, object.revision(), object.body());
  }

  @Override
  public boolean exists(String kind, String name) {
    return named(kind).containsKey(name) || catalogue.others().of(kind).contains(name);
  }

  /** Those that can be read. */
  @Override
  public <T> Collection<T> all(Class<T> type) {
    ObjectKind<T> kind = catalogue.type(type);
    return this.<List<T>>remembered(
        type,
        () ->
            named(kind.description().kind()).values().stream()
                .map(SavedObject::object)
                .filter(Objects::nonNull)
                .map(type::cast)
                .toList());
  }

  @Override
  public <R> R derived(Function<ObjectSet, R> work) {
    return remembered(work, () -> work.apply(this));
  }

  // Work may ask for other work, which the map's own means of computing would not allow.
  @SuppressWarnings("unchecked") // each key has always the same work
  private <R> R remembered(Object key, Supplier<R> work) {
    Object known = remembered.get(key);
    if (known == null) {
      R made = work.get();
      Object before = remembered.putIfAbsent(key, made);
      known = before == null ? made : before;
    }
    return (R) known;
  }
}
