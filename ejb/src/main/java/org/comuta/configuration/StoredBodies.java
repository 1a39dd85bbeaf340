package org.comuta.configuration;

import jakarta.json.JsonObject;
import org.comuta.description.Catalogue;
import org.comuta.description.Json;
import org.jspecify.annotations.Nullable;

/** Reads what other versions stored as this version writes it: new fields have their defaults. */
final class StoredBodies {
  private final Catalogue catalogue;

  StoredBodies(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The body with the fields of this version; as it is when it cannot be read. */
  @Nullable JsonObject current(String kind, @Nullable String stored) {
    if (stored == null) {
      return null;
    }
    JsonObject body = Json.parse(stored);
    return catalogue
        .kind(kind)
        .map(known -> SavedObject.read(known.description(), 0, body).body())
        .orElse(body);
  }
}
