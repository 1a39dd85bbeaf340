package org.comuta.configuration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Runs work on the tables of the configuration: reads side by side, saves one after another. */
final class Saves {
  private final Transactions transactions;
  private final Clock clock;
  // Who waits here holds no connection; the row's lock keeps out other nodes.
  private final ReentrantLock order = new ReentrantLock(true);

  Saves(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The tables, locked for this save. */
  final class Save {
    private final ConfigurationStore store;
    private final StateEntity state;

    private Save(ConfigurationStore store) {
      this.store = store;
      this.state = store.lock();
    }

    ConfigurationStore store() {
      return store;
    }

    StateEntity state() {
      return state;
    }

    /** Makes these changes the next revision, which it returns. */
    long commit(Edit edit, List<PendingChange> changes) {
      return store.commit(state, edit, now(), changes);
    }
  }

  <R> R read(Function<ConfigurationStore, R> work) {
    return transactions.call(entities -> work.apply(new ConfigurationStore(entities)));
  }

  <R> R save(Function<Save, R> work) {
    order.lock();
    try {
      return transactions.call(entities -> work.apply(new Save(new ConfigurationStore(entities))));
    } finally {
      order.unlock();
    }
  }

  /** The time, as exact as both databases keep it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
