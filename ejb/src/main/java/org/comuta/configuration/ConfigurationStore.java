package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.comuta.description.Json;
import org.jspecify.annotations.Nullable;

/** The tables of the configuration, within one transaction. */
final class ConfigurationStore {
  private static final int LONGEST_TEXT = 255;

  private final EntityManager entities;

  ConfigurationStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Waits until no other save or apply is under way; held until the transaction ends. */
  StateEntity lock() {
    return entities.find(StateEntity.class, StateEntity.ONLY, LockModeType.PESSIMISTIC_WRITE);
  }

  StateEntity state() {
    return entities.find(StateEntity.class, StateEntity.ONLY);
  }

  @Nullable StoredObject find(String kind, String name) {
    ObjectEntity found = entities.find(ObjectEntity.class, new ObjectKey(kind, name));
    return found == null ? null : stored(found);
  }

  boolean exists(String kind, String name) {
    return entities.find(ObjectEntity.class, new ObjectKey(kind, name)) != null;
  }

  /** Names of all objects of this kind, in their order. */
  List<String> names(String kind) {
    // Sorted here, because databases sort texts each in their own way.
    return entities
        .createQuery("select o.id.name from ObjectEntity o where o.id.kind = :kind", String.class)
        .setParameter("kind", kind)
        .getResultStream()
        .sorted()
        .toList();
  }

  /** All objects of this kind by their names, in order. */
  SequencedMap<String, StoredObject> all(String kind) {
    return byName(
        entities
            .createQuery("select o from ObjectEntity o where o.id.kind = :kind", ObjectEntity.class)
            .setParameter("kind", kind)
            .getResultList());
  }

  /** These objects of this kind by their names, in order. */
  SequencedMap<String, StoredObject> some(String kind, Collection<String> names) {
    return byName(
        entities
            .createQuery(
                "select o from ObjectEntity o where o.id.kind = :kind and o.id.name in :names",
                ObjectEntity.class)
            .setParameter("kind", kind)
            .setParameter("names", names)
            .getResultList());
  }

  private static SequencedMap<String, StoredObject> byName(List<ObjectEntity> found) {
    SequencedMap<String, StoredObject> objects = new TreeMap<>();
    found.forEach(one -> objects.put(one.id.name(), stored(one)));
    return objects;
  }

  private static StoredObject stored(ObjectEntity found) {
    return new StoredObject(
        found.id.kind(), found.id.name(), found.revision, Json.parse(found.body));
  }

  /** All objects as they were at this revision. */
  SequencedMap<ObjectKey, JsonObject> at(long revision) {
    SequencedMap<ObjectKey, JsonObject> objects = new TreeMap<>(ObjectKey.ORDER);
    entities
        .createQuery(
            "select c from ChangeEntity c where c.after is not null and c.id.revision ="
                + " (select max(d.id.revision) from ChangeEntity d where d.id.kind = c.id.kind"
                + " and d.id.name = c.id.name and d.id.revision <= :revision)",
            ChangeEntity.class)
        .setParameter("revision", revision)
        .getResultStream()
        .forEach(
            change -> {
              if (change.after != null) {
                objects.put(
                    new ObjectKey(change.id.kind(), change.id.name()), Json.parse(change.after));
              }
            });
    return objects;
  }

  /** Saves these changes as the next revision, which it returns. */
  long commit(StateEntity locked, Edit edit, Instant now, List<PendingChange> changes) {
    RevisionEntity revision = new RevisionEntity();
    revision.revision = ++locked.latestRevision;
    revision.author = cut(edit.editor().user());
    revision.address = cut(edit.editor().address());
    revision.savedAt = now;
    revision.reason = cut(edit.comment());
    revision.changes = changes.size();
    entities.persist(revision);
    for (PendingChange change : changes) {
      ObjectKey key = new ObjectKey(change.kind(), change.name());
      String before = change.before() == null ? null : change.before().toString();
      String after = change.after() == null ? null : change.after().toString();
      entities.persist(
          new ChangeEntity(
              new ChangeEntity.Key(revision.revision, key.kind(), key.name()), before, after));
      ObjectEntity current = entities.find(ObjectEntity.class, key);
      if (after == null) {
        entities.remove(current);
      } else if (current == null) {
        entities.persist(new ObjectEntity(key, after, revision.revision));
      } else {
        current.body = after;
        current.revision = revision.revision;
      }
    }
    return revision.revision;
  }

  private static String cut(String text) {
    String clean = text.replace('\0', ' ');
    return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
  }

  Listing<Revision> revisions(int offset, int limit) {
    List<Revision> items =
        entities
            .createQuery(
                "select r from RevisionEntity r order by r.revision desc", RevisionEntity.class)
            .setFirstResult(offset)
            .setMaxResults(limit)
            .getResultStream()
            .map(RevisionEntity::toRevision)
            .toList();
    return new Listing<>(items, state().latestRevision);
  }

  @Nullable Revision revision(long number) {
    RevisionEntity found = entities.find(RevisionEntity.class, number);
    return found == null ? null : found.toRevision();
  }

  List<ChangeEntity> changes(long revision) {
    return entities
        .createQuery(
            "select c from ChangeEntity c where c.id.revision = :revision", ChangeEntity.class)
        .setParameter("revision", revision)
        .getResultList();
  }

  /** Remembers that this revision is what calls run on. */
  void applied(StateEntity locked, long revision, Editor editor, Instant now) {
    locked.appliedRevision = revision;
    locked.appliedAt = now;
    locked.appliedBy = cut(editor.user());
    locked.appliedFrom = cut(editor.address());
    ApplicationEntity application = new ApplicationEntity();
    application.revision = revision;
    application.author = cut(editor.user());
    application.address = cut(editor.address());
    application.appliedAt = now;
    entities.persist(application);
  }
}
