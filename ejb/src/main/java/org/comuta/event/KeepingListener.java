package org.comuta.event;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.comuta.background.BackgroundThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from a queue of its own and gives them, some at a time, to what keeps them in the
 * database. While the database is away they wait in the queue, which is bounded.
 */
public final class KeepingListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeepingListener.class);
  private static final int CAPACITY = 20_000;
  private static final int AT_ONCE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long REST_WHILE_AWAY_MILLIS = 2_000;

  private final String name;
  private final Consumer<List<Event>> keep;
  private final Subscription subscription;
  private final BackgroundThread thread;
  private List<Event> pending = List.of();

  /**
   * @param name among the listeners
   * @param keep keeps all of them or throws; called again with the same then
   */
  public KeepingListener(
      EventHub events, String name, Predicate<EventContent> wanted, Consumer<List<Event>> keep) {
    this.name = name;
    this.keep = keep;
    subscription = events.subscribe(name, CAPACITY, wanted);
    thread = BackgroundThread.start("comuta-events-" + name, this::step);
  }

  private long step() {
    if (pending.isEmpty()) {
      pending = subscription.take(AT_ONCE, PATIENCE);
    }
    try {
      if (!pending.isEmpty()) {
        keep.accept(pending);
      }
      pending = List.of();
      return 0;
    } catch (RuntimeException e) {
      LOG.warn("Events for {} wait for the database: {}", name, e.toString());
      return REST_WHILE_AWAY_MILLIS;
    }
  }

  /** Keeps what is left, if the database takes it. */
  @Override
  public void close() {
    subscription.close();
    thread.close();
    while (!pending.isEmpty() || subscription.waiting() > 0) {
      if (step() > 0) {
        break;
      }
    }
  }
}
