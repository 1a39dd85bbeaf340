package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.comuta.description.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * How many objects differ between what is live and what was saved last: none once a change was
 * saved back. Live pages ask every second, so it is known from before and follows the table of
 * changes, whichever node made them; each change is read once. Any thread; one after another.
 */
final class PendingCount {
  private final StoredBodies bodies;

  /** Changed objects as they are live; null for those that are not there. */
  private final Map<ObjectKey, @Nullable JsonObject> live = new HashMap<>();

  private final Set<ObjectKey> differing = new HashSet<>();
  private long applied;
  private long latest;

  PendingCount(Catalogue catalogue) {
    bodies = new StoredBodies(catalogue);
  }

  /**
   * What it is for these two revisions, neither of which is ever another than it was.
   *
   * @param store within the transaction that has read them
   */
  synchronized int of(long appliedRevision, long latestRevision, ConfigurationStore store) {
    if (appliedRevision != applied || latestRevision < latest) {
      live.clear();
      differing.clear();
      applied = appliedRevision;
      latest = appliedRevision;
    }
    if (latestRevision > latest) {
      store.changes(latest, latestRevision).forEach(this::follow);
      latest = latestRevision;
    }
    return differing.size();
  }

  private void follow(ChangeEntity change) {
    ObjectKey key = change.key();
    if (!live.containsKey(key)) {
      live.put(key, bodies.current(key.kind(), change.before));
    }
    JsonObject saved = bodies.current(key.kind(), change.after);
    if (Differences.between(key.kind(), key.name(), live.get(key), saved).change()
        == Change.UNCHANGED) {
      differing.remove(key);
    } else {
      differing.add(key);
    }
  }
}
