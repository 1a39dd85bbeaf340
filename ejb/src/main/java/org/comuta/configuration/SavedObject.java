package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One object as it was saved, perhaps by another version: as a record, or as the JSON that this
 * version cannot read. Immutable.
 */
sealed interface SavedObject {
  /** The revision that changed it last; 0 where that is not known. */
  long revision();

  /** All its fields: those of this version, where it can be read. */
  JsonObject body();

  /** One of its fields; JSON null when it has none of this name. */
  JsonValue value(String field);

  /** The record, or null. */
  @Nullable Object object();

  /** Why there is no record. */
  List<Problem> problems();

  /** An object that can be read. */
  record Legible<T>(ObjectDescription<T> description, long revision, T object)
      implements SavedObject {
    @Override
    public JsonObject body() {
      return description.toJson(object);
    }

    @Override
    public JsonValue value(String field) {
      return description.value(object, field);
    }

    @Override
    public List<Problem> problems() {
      return List.of();
    }
  }

  /** An object that cannot. */
  record Illegible(long revision, JsonObject body, List<Problem> problems) implements SavedObject {
    @Override
    public JsonValue value(String field) {
      return body.getOrDefault(field, JsonValue.NULL);
    }

    @Override
    public @Nullable Object object() {
      return null;
    }
  }

  /** Reads what was stored. */
  static <T> SavedObject read(ObjectDescription<T> description, long revision, JsonObject body) {
    Parsed<T> parsed = description.parseStored(body);
    T object = parsed.object();
    return object == null
        ? new Illegible(revision, body, parsed.problems())
        : new Legible<>(description, revision, object);
  }
}
