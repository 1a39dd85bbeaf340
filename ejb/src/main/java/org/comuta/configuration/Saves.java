package org.comuta.configuration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.comuta.description.Catalogue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on the saved configuration: reads side by side, saves one after another. The objects as
 * saved last are kept in memory and follow the table of changes, whichever node made them.
 */
final class Saves {
  private static final Logger LOG = LoggerFactory.getLogger(Saves.class);
  private final Transactions transactions;
  private final Catalogue catalogue;
  private final SecretFields secrets;
  private final Clock clock;
  // Who waits here holds no connection; the row's lock keeps out other nodes.
  private final ReentrantLock order = new ReentrantLock(true);
  private final AtomicReference<@Nullable SavedObjects> kept = new AtomicReference<>();

  Saves(Transactions transactions, Catalogue catalogue, SecretFields secrets, Clock clock) {
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** A look at the saved configuration, within one transaction. */
  final class Look {
    private final ConfigurationStore store;
    private final StateEntity state;
    private final SavedObjects objects;

    private Look(ConfigurationStore store, StateEntity state) {
      this.store = store;
      this.state = state;
      // Now, because the transaction would also see what it is about to change itself.
      this.objects = upToDate(store, state.latestRevision);
    }

    ConfigurationStore store() {
      return store;
    }

    StateEntity state() {
      return state;
    }

    /** All objects as saved last. */
    SavedObjects objects() {
      return objects;
    }

    /** All objects as they were at this revision. */
    SavedObjects objects(long revision) {
      return revision == objects.revision()
          ? objects
          : objects.after(revision, store.wayBack(revision, objects.revision()));
    }

    /** Makes these changes the next revision, which it returns; for saves only. */
    long commit(Edit edit, List<PendingChange> changes) {
      changes.forEach(secrets::mustBeSealed);
      changes.forEach(
          change ->
              LOG.debug(
                  "{} {} is saved by {}", change.kind(), change.name(), edit.editor().user()));
      return store.commit(state, edit, now(), changes);
    }
  }

  <R> R read(Function<Look, R> work) {
    load();
    return transactions.call(
        entities -> {
          ConfigurationStore store = new ConfigurationStore(entities);
          return work.apply(new Look(store, store.state()));
        });
  }

  <R> R save(Function<Look, R> work) {
    load();
    order.lock();
    try {
      return transactions.call(
          entities -> {
            ConfigurationStore store = new ConfigurationStore(entities);
            return work.apply(new Look(store, store.lock()));
          });
    } finally {
      order.unlock();
    }
  }

  // Under the lock of saves, so that no object is of a later revision than the number.
  private void load() {
    if (kept.get() == null) {
      keep(
          transactions.call(
              entities -> {
                ConfigurationStore store = new ConfigurationStore(entities);
                return SavedObjects.none(catalogue)
                    .after(store.lock().latestRevision, store.everything());
              }));
    }
  }

  private SavedObjects upToDate(ConfigurationStore store, long latest) {
    SavedObjects known = kept.get();
    if (known == null) {
      throw new IllegalStateException("nothing was loaded");
    }
    return known.revision() >= latest
        ? known
        : keep(known.after(latest, store.wayForward(known.revision(), latest)));
  }

  private SavedObjects keep(SavedObjects newer) {
    kept.accumulateAndGet(
        newer,
        (before, given) ->
            before == null || given == null || before.revision() < given.revision()
                ? given
                : before);
    return newer;
  }

  /** The time, as exact as both databases keep it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
