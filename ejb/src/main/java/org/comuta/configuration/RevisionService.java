package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.comuta.configuration.Saves.Look;
import org.comuta.description.Catalogue;
import org.comuta.listing.Selection;

/** What was saved when, by whom, and the way back. Any thread. */
final class RevisionService {
  private final Saves saves;
  private final Catalogue catalogue;
  private final StoredBodies bodies;
  private final Checks checks;
  private final SecretFields secrets;

  RevisionService(Saves saves, Catalogue catalogue, SecretFields secrets) {
    this.saves = saves;
    this.secrets = secrets;
    this.catalogue = catalogue;
    this.bodies = new StoredBodies(catalogue);
    this.checks = new Checks(catalogue);
  }

  Listing<Revision> list(int offset, int limit) {
    return list(Selection.ALL, offset, limit);
  }

  Listing<Revision> list(Selection selection, int offset, int limit) {
    return saves.read(
        look -> look.store().revisions(selection, Math.max(0, offset), Math.max(0, limit)));
  }

  Listing<Application> applications(int offset, int limit) {
    return saves.read(look -> look.store().applications(Math.max(0, offset), Math.max(0, limit)));
  }

  RevisionDetail get(long number) {
    return saves.read(
        look -> {
          Revision revision = look.store().revision(number);
          if (revision == null) {
            throw new NotFoundException("There is no revision " + number + ".");
          }
          List<ObjectDiff> changes =
              look.store().changes(number - 1, number).stream()
                  .sorted(Comparator.comparing(ChangeEntity::key, ObjectKey.ORDER))
                  .map(ChangeEntity::difference)
                  .map(secrets::maskedDifference)
                  .toList();
          return new RevisionDetail(revision, changes);
        });
  }

  Listing<PastChange> history(String kind, String name, int offset, int limit) {
    ObjectKey key = new ObjectKey(kind, name);
    return saves.read(
        look -> {
          long total = look.store().historySize(key);
          if (total == 0 || catalogue.kind(kind).isEmpty()) {
            throw new NotFoundException("There never was a " + kind + " " + name + ".");
          }
          List<PastChange> items =
              look.store().history(key, Math.max(0, offset), Math.max(0, limit)).stream()
                  .map(
                      past ->
                          new PastChange(
                              past.revision(), secrets.maskedDifference(past.difference())))
                  .toList();
          return new Listing<>(items, total);
        });
  }

  Diff diff(long from, long to) {
    return saves.read(
        look -> {
          mustExist(look.state(), from);
          mustExist(look.state(), to);
          return diff(look, from, to);
        });
  }

  Diff pending() {
    return saves.read(
        look -> diff(look, look.state().appliedRevision, look.state().latestRevision));
  }

  private Diff diff(Look look, long from, long to) {
    return new Diff(from, to, changed(look, from, to).stream().map(this::told).toList());
  }

  private ObjectDiff told(PendingChange change) {
    return secrets.maskedDifference(difference(change));
  }

  private static ObjectDiff difference(PendingChange change) {
    return Differences.between(change.kind(), change.name(), change.before(), change.after());
  }

  /** What of each object differs between two revisions, in order of kind and name. */
  private List<PendingChange> changed(Look look, long from, long to) {
    SequencedMap<ObjectKey, ChangeEntity> first = new TreeMap<>(ObjectKey.ORDER);
    Map<ObjectKey, ChangeEntity> last = new HashMap<>();
    for (ChangeEntity change : look.store().changes(Math.min(from, to), Math.max(from, to))) {
      first.putIfAbsent(change.key(), change);
      last.put(change.key(), change);
    }
    List<PendingChange> changed = new ArrayList<>();
    first.forEach(
        (key, earliest) -> {
          JsonObject before = bodies.current(key.kind(), earliest.before);
          JsonObject after = bodies.current(key.kind(), last.getOrDefault(key, earliest).after);
          PendingChange change =
              from < to
                  ? new PendingChange(key.kind(), key.name(), before, after)
                  : new PendingChange(key.kind(), key.name(), after, before);
          if (difference(change).change() != Change.UNCHANGED) {
            changed.add(change);
          }
        });
    return changed;
  }

  List<PendingObject> pendingObjects() {
    return saves.read(
        look -> {
          long applied = look.state().appliedRevision;
          long latest = look.state().latestRevision;
          Map<ObjectKey, List<Revision>> savesOf = new HashMap<>();
          Map<Long, List<ChangeEntity>> changes = new HashMap<>();
          for (ChangeEntity change : look.store().changes(applied, latest)) {
            changes.computeIfAbsent(change.id.revision(), r -> new ArrayList<>()).add(change);
          }
          for (Revision revision : look.store().revisionsBetween(applied, latest)) {
            for (ChangeEntity change : changes.getOrDefault(revision.number(), List.of())) {
              savesOf.computeIfAbsent(change.key(), k -> new ArrayList<>()).add(revision);
            }
          }
          return changed(look, applied, latest).stream()
              .map(
                  change ->
                      new PendingObject(
                          told(change),
                          savesOf.getOrDefault(
                              new ObjectKey(change.kind(), change.name()), List.of())))
              .toList();
        });
  }

  Restored restore(long revision, Edit edit) {
    return saves.save(
        save -> {
          mustExist(save.state(), revision);
          StaleObjectException.expectLatest(edit, save.state());
          List<PendingChange> changes = changed(save, save.state().latestRevision, revision);
          if (changes.isEmpty()) {
            return new Restored(save.state().latestRevision, 0);
          }
          List<ObjectProblem> problems = checks.all(save.objects(revision));
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
