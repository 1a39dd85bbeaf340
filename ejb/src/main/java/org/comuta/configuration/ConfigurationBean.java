package org.comuta.configuration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.comuta.description.Catalogue;
import org.comuta.edge.Edges;
import org.comuta.event.EventHub;
import org.comuta.listing.SearchText;
import org.comuta.listing.Selection;
import org.comuta.network.DnsResolver;
import org.comuta.secret.Secrets;
import org.comuta.snapshot.LiveSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of this server: list, read, save, compare, apply, restore. Every method is a
 * transaction of its own; each refusal is a {@link ConfigurationException}, after which nothing has
 * changed. Any thread.
 */
@Singleton
@Startup
@DependsOn({"SchemaBean", "CertificateBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ConfigurationBean {
  private static final Duration NAME_SERVICE_LIMIT = Duration.ofSeconds(3);

  @PersistenceContext(unitName = "comuta")
  private EntityManager entities;

  @Resource private UserTransaction transaction;
  @Inject private LiveSnapshot live;
  @Inject private Catalogue catalogue;
  @Inject private Secrets secrets;
  @Inject private EventHub events;
  @Inject private Edges edges;

  private DnsResolver resolver;
  private ObjectService objects;
  private RevisionService revisions;
  private ApplyService applying;
  private ImportService importing;

  @PostConstruct
  void start() {
    resolver = new DnsResolver(NAME_SERVICE_LIMIT);
    SecretFields fields = new SecretFields(catalogue, secrets);
    Saves saves =
        new Saves(
            new UserTransactions(transaction, entities), catalogue, fields, Clock.systemUTC());
    objects = new ObjectService(saves, catalogue, fields);
    revisions = new RevisionService(saves, catalogue, fields);
    importing = new ImportService(saves, catalogue, fields);
    applying = new ApplyService(saves, catalogue, live, resolver, new InterfaceGate(edges));
    applying.start();
  }

  @PreDestroy
  void stop() {
    resolver.close();
  }

  @Schedule(hour = "*", minute = "*", persistent = false)
  void refresh() {
    applying.refresh();
  }

  /** All kinds of objects and their fields. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Which revisions are saved and live, and how much differs; cheap, for pages ask every second.
   */
  public ConfigurationStatus status() {
    return applying.status();
  }

  /** Objects of a kind, in order of their names. */
  public Listing<StoredObject> list(String kind, ObjectQuery query) {
    return objects.list(kind, query);
  }

  /** Objects of all kinds in which all words are, those first whose names fit best. */
  public List<FoundObject> search(SearchText wanted, int most) {
    return objects.search(wanted, most);
  }

  /** One object as saved last. */
  public StoredObject get(String kind, String name) {
    return objects.get(kind, name);
  }

  /**
   * Makes the object what the body says, with defaults for what it does not say; the body need not
   * repeat the name. What changes nothing makes no revision.
   */
  public Saved put(String kind, String name, JsonObject body, Edit edit) {
    return told(objects.put(kind, name, body, edit), edit);
  }

  /**
   * An object as it would be once this body was saved, with what it does not say as it is, for a
   * trial; nothing is saved.
   *
   * @param body null for the object as saved last
   */
  public <T> T draft(Class<T> type, String name, @Nullable JsonObject body) {
    return objects.draft(type, name, body);
  }

  /** Who names this object; while somebody does, it cannot be deleted. */
  public List<ObjectUser> users(String kind, String name) {
    return objects.users(kind, name);
  }

  /** Who names something that is no configuration, such as a certificate, as saved last. */
  public List<ObjectUser> usersOfOther(String kind, String name) {
    return objects.usersOfOther(kind, name);
  }

  /**
   * The revisions that changed this object, the last one first, whether or not it is still there.
   */
  public Listing<PastChange> history(String kind, String name, int offset, int limit) {
    return revisions.history(kind, name, offset, limit);
  }

  /** Deletes an object that no other names. */
  public Saved delete(String kind, String name, Edit edit) {
    return told(objects.delete(kind, name, edit), edit);
  }

  /**
   * Saves all objects of the request as one revision, or none of them; a dry run only says what it
   * would do, and what is wrong. The editor may expect which revision is the last one.
   */
  public Imported importing(ImportRequest request, Edit edit) {
    Imported imported = importing.run(request, edit);
    if (!request.dryRun() && !imported.changes().isEmpty()) {
      events.publish(ConfigurationEvents.imported(imported, edit));
    }
    return imported;
  }

  /**
   * All objects of these kinds.
   *
   * @param withSecrets secrets as they are, to be encrypted at once; else they are masked
   */
  public Exported export(Collection<String> kinds, boolean withSecrets) {
    return objects.export(kinds, withSecrets);
  }

  /** Revisions, the last one first. */
  public Listing<Revision> revisions(int offset, int limit) {
    return revisions.list(offset, limit);
  }

  /** Some revisions: by their number, author, address, savedAt, comment and changes. */
  public Listing<Revision> revisions(Selection selection, int offset, int limit) {
    return revisions.list(selection, offset, limit);
  }

  /** One revision and what it changed. */
  public RevisionDetail revision(long number) {
    return revisions.get(number);
  }

  /** What differs between two revisions; 0 is the empty configuration. */
  public Diff diff(long from, long to) {
    return revisions.diff(from, to);
  }

  /** What apply would change. */
  public Diff pending() {
    return revisions.pending();
  }

  /** What apply would change, with the saves that led there. */
  public List<PendingObject> pendingObjects() {
    return revisions.pendingObjects();
  }

  /** What was made live when and by whom, the last one first. */
  public Listing<Application> applications(int offset, int limit) {
    return revisions.applications(offset, limit);
  }

  /**
   * Makes the last revision live; answers when new calls run on it. The editor may expect which one
   * it is.
   */
  public Applied apply(Edit edit) {
    Applied applied = applying.apply(edit);
    events.publish(ConfigurationEvents.applied(applied, edit));
    return applied;
  }

  /**
   * Saves a new revision that makes everything as it was at that one. Apply makes it live. The
   * editor may expect which revision is the last one.
   */
  public Restored restore(long revision, Edit edit) {
    Restored restored = revisions.restore(revision, edit);
    if (restored.changes() > 0) {
      events.publish(ConfigurationEvents.restored(restored, edit));
    }
    return restored;
  }

  private Saved told(Saved saved, Edit edit) {
    if (saved.change() != Change.UNCHANGED) {
      events.publish(ConfigurationEvents.saved(saved, edit));
    }
    return saved;
  }
}
