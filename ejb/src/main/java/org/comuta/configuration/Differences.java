package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Compares objects field by field. */
public final class Differences {
  private Differences() {}

  /** What differs between two states of one object; null where it does not exist. */
  public static ObjectDiff between(
      String kind, String name, @Nullable JsonObject before, @Nullable JsonObject after) {
    SequencedSet<String> names = new LinkedHashSet<>();
    if (after != null) {
      names.addAll(after.keySet());
    }
    if (before != null) {
      names.addAll(before.keySet());
    }
    List<FieldDiff> fields = new ArrayList<>();
    for (String field : names) {
      JsonValue old = before == null ? null : before.get(field);
      JsonValue now = after == null ? null : after.get(field);
      if (!Objects.equals(old, now)) {
        fields.add(new FieldDiff(field, old, now));
      }
    }
    Change change =
        before == null
            ? (after == null ? Change.UNCHANGED : Change.CREATED)
            : after == null ? Change.DELETED : fields.isEmpty() ? Change.UNCHANGED : Change.UPDATED;
    return new ObjectDiff(kind, name, change, fields);
  }
}
