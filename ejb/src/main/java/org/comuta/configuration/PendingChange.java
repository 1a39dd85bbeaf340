package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is about to become of an object.
 *
 * @param before null when it does not exist yet
 * @param after null when it is to go
 */
record PendingChange(
    String kind, String name, @Nullable JsonObject before, @Nullable JsonObject after) {
  static final Comparator<PendingChange> ORDER =
      Comparator.comparing(PendingChange::kind).thenComparing(PendingChange::name);
}
