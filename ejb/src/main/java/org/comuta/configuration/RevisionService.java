package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.comuta.description.Catalogue;
import org.comuta.description.Json;
import org.jspecify.annotations.Nullable;

/** What was saved when, by whom, and the way back. Any thread. */
final class RevisionService {
  private final Saves saves;
  private final Catalogue catalogue;
  private final StoredBodies bodies;

  RevisionService(Saves saves, Catalogue catalogue) {
    this.saves = saves;
    this.catalogue = catalogue;
    this.bodies = new StoredBodies(catalogue);
  }

  Listing<Revision> list(int offset, int limit) {
    return saves.read(store -> store.revisions(Math.max(0, offset), Math.max(0, limit)));
  }

  RevisionDetail get(long number) {
    return saves.read(
        store -> {
          Revision revision = store.revision(number);
          if (revision == null) {
            throw new NotFoundException("There is no revision " + number + ".");
          }
          List<ObjectDiff> changes =
              store.changes(number).stream()
                  .sorted(
                      Comparator.comparing((ChangeEntity change) -> change.id.kind())
                          .thenComparing(change -> change.id.name()))
                  .map(
                      change ->
                          Differences.between(
                              change.id.kind(),
                              change.id.name(),
                              json(change.before),
                              json(change.after)))
                  .toList();
          return new RevisionDetail(revision, changes);
        });
  }

  private static @Nullable JsonObject json(@Nullable String body) {
    return body == null ? null : Json.parse(body);
  }

  Diff diff(long from, long to) {
    return saves.read(
        store -> {
          mustExist(store.state(), from);
          mustExist(store.state(), to);
          return diff(store, from, to);
        });
  }

  Diff pending() {
    return saves.read(
        store -> diff(store, store.state().appliedRevision, store.state().latestRevision));
  }

  private Diff diff(ConfigurationStore store, long from, long to) {
    List<ObjectDiff> objects =
        from == to ? List.of() : Differences.between(at(store, from), at(store, to));
    return new Diff(from, to, objects);
  }

  private SequencedMap<ObjectKey, JsonObject> at(ConfigurationStore store, long revision) {
    return bodies.current(store.at(revision));
  }

  Restored restore(long revision, Edit edit) {
    return saves.save(
        save -> {
          mustExist(save.state(), revision);
          SequencedMap<ObjectKey, JsonObject> now = at(save.store(), save.state().latestRevision);
          SequencedMap<ObjectKey, JsonObject> then = at(save.store(), revision);
          List<PendingChange> changes = new ArrayList<>();
          for (ObjectDiff difference : Differences.between(now, then)) {
            ObjectKey key = new ObjectKey(difference.kind(), difference.name());
            changes.add(new PendingChange(key.kind(), key.name(), now.get(key), then.get(key)));
          }
          if (changes.isEmpty()) {
            return new Restored(save.state().latestRevision, 0);
          }
          List<ObjectProblem> problems = Draft.of(catalogue, then).checkAll();
          if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
          }
          Edit told =
              edit.comment().isEmpty() ? edit.because("Restore of revision " + revision) : edit;
          return new Restored(save.commit(told, changes), changes.size());
        });
  }

  private static void mustExist(StateEntity state, long revision) {
    if (revision < 0 || revision > state.latestRevision) {
      throw new NotFoundException("There is no revision " + revision + ".");
    }
  }
}
