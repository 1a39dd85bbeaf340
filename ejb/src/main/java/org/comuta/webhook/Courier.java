package org.comuta.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.BackgroundThread;
import org.comuta.background.Backoff;
import org.comuta.webhook.DeliveryStore.OnLane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends deliveries whose time has come, notes what came of each, and gives up what was sent too
 * often or waited too long. A delivery is forgotten only when the other has taken it, so one may
 * arrive twice, and none gets lost.
 */
final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final int MOST_UNDER_WAY = 200;
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
  private static final Duration DEAD_KEPT = Duration.ofDays(30);

  private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();
  // So that what is counted is what is kept.
  private final ReentrantLock counting = new ReentrantLock();
  private final DeliveryStore store;
  private final Supplier<List<Webhook>> configured;
  private final Sender sender;
  private final Backoff backoff;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Lanes lanes = new Lanes(this::send);
  private final BackgroundThread thread;
  private volatile Map<String, Integer> dead = Map.of();
  private Instant sweptAt = Instant.EPOCH;

  Courier(
      DeliveryStore store,
      Supplier<List<Webhook>> configured,
      Sender sender,
      Backoff backoff,
      Alarms alarms,
      InstantSource clock) {
    this.store = store;
    this.configured = configured;
    this.sender = sender;
    this.backoff = backoff;
    this.alarms = alarms;
    this.clock = clock;
    store.waiting().forEach((webhook, count) -> counter(webhook).set(count));
    thread = BackgroundThread.start("comuta-webhooks-courier", this::step);
  }

  private AtomicInteger counter(String webhook) {
    return waiting.computeIfAbsent(webhook, ignored -> new AtomicInteger());
  }

  /** How many more may wait for a webhook. */
  int roomFor(Webhook webhook) {
    return Math.max(0, webhook.maxWaiting() - counter(webhook.name()).get());
  }

  /** How many wait for a webhook. */
  int waitingFor(String webhook) {
    return counter(webhook).get();
  }

  /** How many that were given up are kept, as known last. */
  int deadOf(String webhook) {
    return dead.getOrDefault(webhook, 0);
  }

  /** Keeps these and sends them. */
  void keep(List<OnLane> deliveries) {
    counting.lock();
    try {
      store.add(deliveries);
      deliveries.forEach(one -> counter(one.delivery().webhook()).incrementAndGet());
    } finally {
      counting.unlock();
    }
    thread.wake();
  }

  /** It waits no more, if this is so. */
  private void waitsNoMore(String webhook, BooleanSupplier done) {
    counting.lock();
    try {
      if (done.getAsBoolean()) {
        counter(webhook).decrementAndGet();
      }
    } finally {
      counting.unlock();
    }
  }

  /** Somebody asked that deliveries given up be sent anew, or deleted some. */
  void changed() {
    recount();
    thread.wake();
  }

  private void recount() {
    counting.lock();
    try {
      Map<String, Integer> now = store.waiting();
      now.forEach((webhook, count) -> counter(webhook).set(count));
      waiting.forEach((webhook, count) -> count.set(now.getOrDefault(webhook, 0)));
    } finally {
      counting.unlock();
    }
    deadLetters();
  }

  private long step() {
    Instant now = clock.instant();
    boolean more = false;
    lanes.look();
    for (Webhook webhook : configured.get()) {
      String name = webhook.name();
      int room = MOST_UNDER_WAY - lanes.underWay(name);
      if (webhook.enabled() && counter(name).get() > 0 && room > 0) {
        List<OnLane> due = store.due(name, now, MOST_UNDER_WAY);
        due.forEach(one -> lanes.add(one, webhook.connections()));
        more |= due.size() == MOST_UNDER_WAY && lanes.underWay(name) < MOST_UNDER_WAY;
      }
    }
    if (Duration.between(sweptAt, now).compareTo(SWEEP_EVERY) >= 0) {
      sweep(now);
      sweptAt = now;
    }
    return more ? 0 : LOOK_EVERY_MILLIS;
  }

  /** Gives up what waited too long, and forgets what was given up long ago or has no webhook. */
  void sweep(Instant now) {
    Set<String> gone = new HashSet<>(store.waiting().keySet());
    gone.addAll(store.dead().keySet());
    // Looked up afterwards: what is kept for a webhook was kept when there was one.
    for (Webhook webhook : configured.get()) {
      gone.remove(webhook.name());
      store.giveUpOlder(webhook.name(), now.minus(Duration.ofDays(webhook.keepDays())), now);
    }
    gone.forEach(store::deleteAll);
    store.deleteDeadBefore(now.minus(DEAD_KEPT));
    recount();
  }

  private void send(Delivery delivery) {
    Webhook webhook =
        configured.get().stream()
            .filter(one -> one.name().equals(delivery.webhook()) && one.enabled())
            .findFirst()
            .orElse(null);
    if (webhook == null) {
      return;
    }
    try {
      Sender.Outcome outcome = sender.send(webhook, delivery);
      note(webhook, delivery, outcome);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn(
          "What came of a delivery to {} could not be noted: {}", webhook.name(), e.toString());
    }
  }

  private void note(Webhook webhook, Delivery delivery, Sender.Outcome outcome) {
    int attempts = delivery.attempts() + 1;
    if (outcome.taken()) {
      waitsNoMore(webhook.name(), () -> store.delete(delivery.id()));
    } else if (outcome.hopeless() || attempts >= webhook.attempts()) {
      waitsNoMore(
          webhook.name(),
          () ->
              store.giveUp(
                  delivery.id(), attempts, clock.instant(), outcome.status(), outcome.error()));
      LOG.warn("A delivery to {} is given up: {}", webhook.name(), outcome.error());
      deadLetters();
    } else {
      Instant next = clock.instant().plus(backoff.after(attempts, outcome.retryAfter()));
      store.again(delivery.id(), attempts, next, outcome.status(), outcome.error());
    }
  }

  private void deadLetters() {
    Map<String, Integer> now = store.dead();
    dead = now;
    now.forEach(
        (webhook, count) ->
            alarms.raise(Condition.DEAD_LETTERS, webhook, count + " deliveries given up"));
    alarms.clearOthers(Condition.DEAD_LETTERS, now.keySet());
  }

  @Override
  public void close() {
    thread.close();
    lanes.close();
    sender.close();
  }
}
