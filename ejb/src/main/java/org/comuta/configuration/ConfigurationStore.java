package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.configuration.SavedObjects.Step;
import org.comuta.description.Json;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.listing.SqlFields.Clause;
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

  /** How every object came to be as it was saved last. */
  List<Step> everything() {
    return reading(entities.createQuery("select o from ObjectEntity o", ObjectEntity.class))
        .map(found -> new Step(found.id, found.revision, Json.parse(found.body)))
        .toList();
  }

  /** What the revisions after the first and up to the second did, in order. */
  List<Step> wayForward(long from, long to) {
    return changes(from, to, "asc")
        .map(change -> new Step(change.key(), change.id.revision(), json(change.after)))
        .toList();
  }

  /** What undoes the revisions after the first and up to the second, in order. */
  List<Step> wayBack(long from, long to) {
    return changes(from, to, "desc")
        .map(change -> new Step(change.key(), 0, json(change.before)))
        .toList();
  }

  /** What the revisions after the first and up to the second did, in order. */
  List<ChangeEntity> changes(long from, long to) {
    return changes(from, to, "asc").toList();
  }

  private Stream<ChangeEntity> changes(long from, long to, String order) {
    return reading(
        entities
            .createQuery(
                "select c from ChangeEntity c where c.id.revision > :from and c.id.revision <= :to"
                    + " order by c.id.revision "
                    + order,
                ChangeEntity.class)
            .setParameter("from", from)
            .setParameter("to", to));
  }

  // Without this the transaction would look for changes in all of them when it ends.
  private static <T> Stream<T> reading(TypedQuery<T> query) {
    return query.setHint("org.hibernate.readOnly", true).getResultStream();
  }

  private static @Nullable JsonObject json(@Nullable String body) {
    return body == null ? null : Json.parse(body);
  }

  /** What became of one object and by which revision, the last change first. */
  List<PastChange> history(ObjectKey key, int offset, int limit) {
    return entities
        .createQuery(
            "select c, r from ChangeEntity c, RevisionEntity r where c.id.kind = :kind"
                + " and c.id.name = :name and r.revision = c.id.revision"
                + " order by c.id.revision desc",
            Object[].class)
        .setParameter("kind", key.kind())
        .setParameter("name", key.name())
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> ((ChangeEntity) row[0]).toPast((RevisionEntity) row[1]))
        .toList();
  }

  /** How many revisions changed this object. */
  long historySize(ObjectKey key) {
    return entities
        .createQuery(
            "select count(c) from ChangeEntity c where c.id.kind = :kind and c.id.name = :name",
            Long.class)
        .setParameter("kind", key.kind())
        .setParameter("name", key.name())
        .getSingleResult();
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
    // First all of the one, then all of the other: so they go to the database in few packets.
    for (PendingChange change : changes) {
      entities.persist(
          new ChangeEntity(
              new ChangeEntity.Key(revision.revision, change.kind(), change.name()),
              text(change.before()),
              text(change.after())));
    }
    for (PendingChange change : changes) {
      save(change, revision.revision);
    }
    return revision.revision;
  }

  private void save(PendingChange change, long revision) {
    ObjectKey key = new ObjectKey(change.kind(), change.name());
    String after = text(change.after());
    if (change.before() == null && after != null) {
      entities.persist(new ObjectEntity(key, after, revision));
      return;
    }
    ObjectEntity current = entities.find(ObjectEntity.class, key);
    if (after == null) {
      entities.remove(current);
    } else {
      current.body = after;
      current.revision = revision;
    }
  }

  private static @Nullable String text(@Nullable JsonObject body) {
    return body == null ? null : body.toString();
  }

  private static String cut(String text) {
    String clean = whole(text.replace('\0', ' '));
    return clean.length() > LONGEST_TEXT ? whole(clean.substring(0, LONGEST_TEXT)) : clean;
  }

  // Half a character, which no database takes, becomes a question mark.
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Revisions, the last one first where no other order is asked for. */
  Listing<Revision> revisions(Selection selection, int offset, int limit) {
    List<Clause> clauses = RevisionEntity.FIELDS.clauses(selection);
    Order order = selection.order();
    String where = where(clauses);
    String sorted =
        (order == null ? "" : RevisionEntity.FIELDS.orderBy(order) + ", ") + "r.revision desc";
    List<Revision> items =
        bound(
                entities.createQuery(
                    "select r from RevisionEntity r" + where + " order by " + sorted,
                    RevisionEntity.class),
                clauses)
            .setFirstResult(offset)
            .setMaxResults(limit)
            .getResultStream()
            .map(RevisionEntity::toRevision)
            .toList();
    long total =
        clauses.isEmpty()
            ? state().latestRevision
            : bound(
                    entities.createQuery(
                        "select count(r) from RevisionEntity r" + where, Long.class),
                    clauses)
                .getSingleResult();
    return new Listing<>(items, total);
  }

  /** The clauses with a number at each parameter, as JPQL wants it. */
  private static String where(List<Clause> clauses) {
    StringBuilder where = new StringBuilder();
    int next = 1;
    for (Clause clause : clauses) {
      where.append(where.isEmpty() ? " where " : " and ");
      where.append(clause.value() == null ? clause.sql() : clause.sql().replace("?", "?" + next++));
    }
    return where.toString();
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, List<Clause> clauses) {
    int next = 1;
    for (Clause clause : clauses) {
      Object value = clause.value();
      if (value != null) {
        query.setParameter(
            next++, value instanceof BigDecimal number ? (Object) number.longValue() : value);
      }
    }
    return query;
  }

  @Nullable Revision revision(long number) {
    RevisionEntity found = entities.find(RevisionEntity.class, number);
    return found == null ? null : found.toRevision();
  }

  /** The revisions after the first and up to the second, the last one first. */
  List<Revision> revisionsBetween(long from, long to) {
    return entities
        .createQuery(
            "select r from RevisionEntity r where r.revision > :from and r.revision <= :to"
                + " order by r.revision desc",
            RevisionEntity.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .map(RevisionEntity::toRevision)
        .toList();
  }

  /** What was made live when and by whom, the last one first. */
  Listing<Application> applications(int offset, int limit) {
    List<Application> items =
        entities
            .createQuery(
                "select a from ApplicationEntity a order by a.id desc", ApplicationEntity.class)
            .setFirstResult(offset)
            .setMaxResults(limit)
            .getResultStream()
            .map(ApplicationEntity::toApplication)
            .toList();
    long total =
        entities
            .createQuery("select count(a) from ApplicationEntity a", Long.class)
            .getSingleResult();
    return new Listing<>(items, total);
  }

  /** Remembers that this revision is what calls run on. */
  void applied(StateEntity locked, long revision, Edit edit, Instant now) {
    Editor editor = edit.editor();
    locked.appliedRevision = revision;
    locked.appliedAt = now;
    locked.appliedBy = cut(editor.user());
    locked.appliedFrom = cut(editor.address());
    ApplicationEntity application = new ApplicationEntity();
    application.revision = revision;
    application.author = cut(editor.user());
    application.address = cut(editor.address());
    application.appliedAt = now;
    application.reason = cut(edit.comment());
    entities.persist(application);
  }
}
