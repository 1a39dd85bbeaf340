package org.comuta.archive;

import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object that differs: all its fields when it comes or goes, else those that change. Secrets
 * are masked.
 */
public record PartChange(String kind, String name, Change change, List<FieldChange> fields) {
  /** What becomes of an object. */
  public enum Change {
    CREATED,
    UPDATED,
    DELETED
  }

  /** A field that differs; null where the object is not there. */
  public record FieldChange(String field, @Nullable JsonValue before, @Nullable JsonValue after) {}

  public PartChange {
    fields = List.copyOf(fields);
  }
}
