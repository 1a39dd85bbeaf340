package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectDescription;

/** Reads what other versions stored as this version writes it: new fields have their defaults. */
final class StoredBodies {
  private final Catalogue catalogue;

  StoredBodies(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The body with the fields of this version; as it is when it cannot be read. */
  JsonObject current(String kind, JsonObject body) {
    return catalogue.kind(kind).map(known -> current(known.description(), body)).orElse(body);
  }

  private static <T> JsonObject current(ObjectDescription<T> description, JsonObject body) {
    T object = description.parseStored(body).object();
    return object == null ? body : description.toJson(object);
  }

  StoredObject current(StoredObject object) {
    return new StoredObject(
        object.kind(), object.name(), object.revision(), current(object.kind(), object.body()));
  }

  SequencedMap<ObjectKey, JsonObject> current(Map<ObjectKey, JsonObject> bodies) {
    SequencedMap<ObjectKey, JsonObject> all = new TreeMap<>(ObjectKey.ORDER);
    bodies.forEach((key, body) -> all.put(key, current(key.kind(), body)));
    return all;
  }
}
