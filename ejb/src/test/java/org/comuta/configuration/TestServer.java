package org.comuta.configuration;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;
import org.comuta.description.Catalogue;
import org.comuta.edge.Edges;
import org.comuta.secret.Secrets;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;

/** The configuration over a database, put together as in the server. */
final class TestServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

  /** What the name service knows. */
  final Map<String, List<String>> addresses = new HashMap<>();

  /** Where a SIP edge may register. */
  final Edges edges = new Edges();

  final HibernateDatabase database;
  final Catalogue catalogue;
  final Secrets secrets = Secrets.keptIn(temporary("secret-keys"));
  final Transactions transactions;
  LiveSnapshot live;
  ObjectService objects;
  RevisionService revisions;
  ApplyService apply;
  ImportService imports;

  TestServer(DataSource source) {
    this(source, Kinds.catalogue());
  }

  /** A server that knows other kinds. */
  TestServer(DataSource source, Catalogue catalogue) {
    this.catalogue = catalogue;
    database =
        new HibernateDatabase(
            source,
            List.of(
                StateEntity.class,
                ObjectEntity.class,
                RevisionEntity.class,
                ChangeEntity.class,
                ApplicationEntity.class));
    transactions =
        new Transactions() {
          @Override
          public <R> R call(Function<EntityManager, R> work) {
            return database.call(work);
          }
        };
    restart();
  }

  /** Makes it a new server without any configuration. */
  void empty() {
    addresses.clear();
    database.call(
        entities -> {
          for (String table : List.of("Change", "Revision", "Object", "Application")) {
            entities.createQuery("delete from " + table + "Entity").executeUpdate();
          }
          StateEntity state = entities.find(StateEntity.class, StateEntity.ONLY);
          state.latestRevision = 0;
          state.appliedRevision = 0;
          state.appliedAt = null;
          state.appliedBy = null;
          state.appliedFrom = null;
          return state;
        });
    restart();
  }

  /** A new process on the same database. */
  void restart() {
    SecretFields fields = new SecretFields(catalogue, secrets);
    Saves saves = newSaves();
    live = new LiveSnapshot(Snapshot.empty());
    objects = new ObjectService(saves, catalogue, fields);
    revisions = new RevisionService(saves, catalogue, fields);
    imports = new ImportService(saves, catalogue, fields);
    apply =
        new ApplyService(
            saves, catalogue, live, names -> Map.copyOf(addresses), new InterfaceGate(edges));
    apply.start();
  }

  /** What another node with the same database has. */
  ObjectService secondNode() {
    return new ObjectService(newSaves(), catalogue, new SecretFields(catalogue, secrets));
  }

  private Saves newSaves() {
    return new Saves(
        transactions,
        catalogue,
        new SecretFields(catalogue, secrets),
        Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC));
  }

  private static Path temporary(String name) {
    try {
      Path folder = Files.createTempDirectory("comuta");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve(name);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
