package org.comuta.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.BackgroundThread;
import org.comuta.background.Backoff;
import org.comuta.description.Json;
import org.comuta.mail.MailStore.Round;
import org.comuta.mail.MailStore.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits: for each notification one mail of everything that happened since its last one,
 * when its pause is over. A mail that is not taken is sent again, with what happened meanwhile, and
 * given up after many attempts; what it told is kept for 30 days then. Events are forgotten only
 * when the server has taken them, so one may be told twice, and none gets lost.
 */
final class MailCourier implements AutoCloseable {
  /** What is applied now. */
  record Configured(List<MailServer> servers, List<MailNotification> notifications) {
    Optional<MailServer> server(String name) {
      return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);
  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final long REST_WHILE_AWAY_MILLIS = 5_000;
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
  private static final Duration DEAD_KEPT = Duration.ofDays(30);

  /** Servers that know nobody yet ask to come again once: this is not worth an alarm. */
  private static final int ALARM_AFTER_ATTEMPTS = 3;

  private final MailStore store;
  private final Supplier<Configured> configured;
  private final MailSender sender;
  private final Backoff backoff;
  private final Alarms alarms;
  private final InstantSource clock;
  private final LongAdder sent = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder givenUp = new LongAdder();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BackgroundThread thread;
  private volatile int waiting;
  private volatile long dead;
  private Instant sweptAt = Instant.EPOCH;

  MailCourier(
      MailStore store,
      Supplier<Configured> configured,
      MailSender sender,
      Backoff backoff,
      Alarms alarms,
      InstantSource clock) {
    this.store = store;
    this.configured = configured;
    this.sender = sender;
    this.backoff = backoff;
    this.alarms = alarms;
    this.clock = clock;
    thread = BackgroundThread.start("comuta-mail-courier", this::step);
  }

  /** Something is there to be sent. */
  void wake() {
    thread.wake();
  }

  private long step() {
    try {
      look();
      return LOOK_EVERY_MILLIS;
    } catch (RuntimeException e) {
      LOG.warn("Mail waits for the database: {}", e.toString());
      return REST_WHILE_AWAY_MILLIS;
    }
  }

  private void look() {
    Map<String, Integer> counts = store.waiting();
    waiting = counts.values().stream().mapToInt(Integer::intValue).sum();
    dead = store.dead();
    Configured now = configured.get();
    for (String name : counts.keySet()) {
      Optional<MailNotification> notification =
          now.notifications().stream()
              .filter(one -> one.name().equals(name) && one.enabled())
              .findFirst();
      if (notification.isEmpty()) {
        store.forget(name);
      } else if (!store.round(name).nextAt().isAfter(clock.instant()) && underWay.add(name)) {
        threads.execute(() -> run(now, notification.get()));
      }
    }
    if (Duration.between(sweptAt, clock.instant()).compareTo(SWEEP_EVERY) >= 0) {
      sweep(now, clock.instant());
      sweptAt = clock.instant();
    }
    alarms.clearOthers(
        Condition.MAIL_NOT_SENT, Set.copyOf(now.servers().stream().map(MailServer::name).toList()));
  }

  /** Forgets what was given up long ago or has no notification. */
  void sweep(Configured now, Instant moment) {
    store.forgetDead(
        moment.minus(DEAD_KEPT),
        Set.copyOf(now.notifications().stream().map(MailNotification::name).toList()));
  }

  private void run(Configured now, MailNotification notification) {
    try {
      now.server(notification.server()).ifPresent(server -> send(server, notification));
    } catch (RuntimeException e) {
      LOG.warn("Mail of {} is sent later: {}", notification.name(), e.toString());
    } finally {
      underWay.remove(notification.name());
    }
  }

  private void send(MailServer server, MailNotification notification) {
    List<Waiting> events = store.waiting(notification.name());
    Round round = store.round(notification.name());
    if (events.isEmpty() || round.nextAt().isAfter(clock.instant())) {
      return;
    }
    Mail mail =
        new MailWriter(notification)
            .write(events.stream().map(event -> Json.parse(event.body())).toList());
    MailOutcome outcome =
        sender.send(server, notification.recipients(), mail, events.getFirst().id());
    if (outcome.taken()) {
      taken(server, notification, events, outcome);
    } else if (!Thread.currentThread().isInterrupted()) {
      notTaken(server, notification, events, round.attempts() + 1, outcome.reply());
    }
  }

  private void taken(
      MailServer server, MailNotification notification, List<Waiting> events, MailOutcome outcome) {
    Instant nextAt = clock.instant().plus(notification.pauseTime());
    store.done(notification.name(), events, nextAt);
    sent.increment();
    if (outcome.refused().isEmpty()) {
      alarms.clear(Condition.MAIL_NOT_SENT, server.name());
    } else {
      LOG.warn(
          "Mail of {} was refused for some of its recipients: {}",
          notification.name(),
          outcome.refused());
      alarms.raise(
          Condition.MAIL_NOT_SENT, server.name(), notification.name() + ": " + outcome.refused());
    }
  }

  private void notTaken(
      MailServer server,
      MailNotification notification,
      List<Waiting> events,
      int attempts,
      String error) {
    failed.increment();
    boolean last = attempts >= server.attempts();
    Instant now = clock.instant();
    if (last) {
      store.giveUp(notification.name(), events, attempts, now, error);
      givenUp.add(events.size());
      LOG.warn(
          "Mail of {} about {} events is given up: {}", notification.name(), events.size(), error);
    } else {
      Instant nextAt = now.plus(backoff.after(attempts, null));
      store.again(notification.name(), new Round(nextAt, attempts), error);
    }
    if (last || attempts >= ALARM_AFTER_ATTEMPTS) {
      alarms.raise(Condition.MAIL_NOT_SENT, server.name(), notification.name() + ": " + error);
    }
  }

  /** How it went, beside what was dropped. */
  MailCounts counts(long dropped) {
    return new MailCounts(sent.sum(), failed.sum(), givenUp.sum(), dropped, waiting, dead);
  }

  /** Ends what is under way; it is sent again after the next start. */
  @Override
  public void close() {
    thread.close();
    threads.shutdownNow();
  }
}
