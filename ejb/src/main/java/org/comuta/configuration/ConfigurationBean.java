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
import org.comuta.description.Catalogue;
import org.comuta.network.DnsResolver;
import org.comuta.snapshot.LiveSnapshot;

/**
 * The configuration of this server: list, read, save, compare, apply, restore. Every method is a
 * transaction of its own; each refusal is a {@link ConfigurationException}, after which nothing has
 * changed. Any thread.
 */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ConfigurationBean {
  private static final Duration NAME_SERVICE_LIMIT = Duration.ofSeconds(3);

  @PersistenceContext(unitName = "comuta")
  private EntityManager entities;

  @Resource private UserTransaction transaction;
  @Inject private LiveSnapshot live;
  @Inject private Catalogue catalogue;

  private DnsResolver resolver;
  private ObjectService objects;
  private RevisionService revisions;
  private ApplyService applying;

  @PostConstruct
  void start() {
    resolver = new DnsResolver(NAME_SERVICE_LIMIT);
    Saves saves = new Saves(new UserTransactions(transaction, entities), Clock.systemUTC());
    objects = new ObjectService(saves, catalogue);
    revisions = new RevisionService(saves, catalogue);
    applying = new ApplyService(saves, catalogue, live, resolver);
    applying.start();
  }

  @PreDestroy
  void stop() {
    resolver.close();
  }

  @Schedule(hour = "*", minute = "*", persistent = false)
  void refreshAddresses() {
    applying.refreshAddresses();
  }

  /** All kinds of objects and their fields. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Which revisions are saved and live. */
  public ConfigurationStatus status() {
    return applying.status();
  }

  /** Objects of a kind, in order of their names. */
  public Listing<StoredObject> list(String kind, ObjectQuery query) {
    return objects.list(kind, query);
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
    return objects.put(kind, name, body, edit);
  }

  /** Deletes an object that no other names. */
  public Saved delete(String kind, String name, Edit edit) {
    return objects.delete(kind, name, edit);
  }

  /** Revisions, the last one first. */
  public Listing<Revision> revisions(int offset, int limit) {
    return revisions.list(offset, limit);
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

  /** Makes the last revision live; answers when new calls run on it. */
  public Applied apply(Editor editor) {
    return applying.apply(editor);
  }

  /** Saves a new revision that makes everything as it was at that one. Apply makes it live. */
  public Restored restore(long revision, Edit edit) {
    return revisions.restore(revision, edit);
  }
}
