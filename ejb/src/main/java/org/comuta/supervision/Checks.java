package org.comuta.supervision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.cdr.CdrStatus;
import org.comuta.cdr.journal.JournalSettings;
import org.comuta.edge.MediaControl;
import org.comuta.edge.SipEdge;
import org.comuta.event.EventHub;
import org.comuta.exchange.Counters;
import org.comuta.exchange.Exchange;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.SipPort;
import org.comuta.intrusion.BlockedSource;
import org.comuta.media.EngineFigures;
import org.comuta.nap.Nap;
import org.comuta.nap.Reachability.State;
import org.comuta.routing.Route;
import org.comuta.snapshot.Snapshot;

/**
 * Looks at everything that can be looked at from time to time, and raises and clears alarms. One
 * thread; it may wait for the media engine for two seconds.
 */
final class Checks {
  /** What alarms that are not about one of many are about. */
  static final String EXCHANGE = "exchange";

  private static final long MEGABYTE = 1_000_000;
  private static final int NEARLY = 4;
  private static final double HIGH = 0.9;
  private static final double LOW = 0.8;
  private static final int LONGEST_WAIT_SECONDS = 2;
  private static final int LOOKS_WHILE_STARTING = 12;

  private final Exchange exchange;
  private final Supplier<CdrStatus> records;
  private final JournalSettings journal;
  private final EventHub events;
  private final Alarms alarms;
  private final Map<String, Long> dropped = new HashMap<>();
  private boolean mediaMissed;
  private long refusedBefore;

  /** Looks in vain for an open socket; as many as are allowed once there was one. */
  private int sipLooks;

  Checks(
      Exchange exchange,
      Supplier<CdrStatus> records,
      JournalSettings journal,
      EventHub events,
      Alarms alarms) {
    this.exchange = exchange;
    this.records = records;
    this.journal = journal;
    this.events = events;
    this.alarms = alarms;
  }

  /** Looks at all of it once. */
  void run() {
    disk();
    records();
    media();
    sip();
    overload();
    intrusions();
    interfaces(exchange.configuration().current().interfaces());
    keepAlive(exchange.configuration().current());
    limits(exchange.configuration().current());
    drops();
  }

  private void disk() {
    long free = journal.freeSpace().getAsLong();
    long limit = journal.freeSpaceLimit();
    String details = "%d MB free in %s".formatted(free / MEGABYTE, journal.directory());
    alarms.set(free < limit, Condition.DISK_FULL, EXCHANGE, details);
    alarms.set(
        free >= limit && free < NEARLY * limit, Condition.DISK_NEARLY_FULL, EXCHANGE, details);
  }

  private void records() {
    CdrStatus status = records.get();
    alarms.set(
        !status.accepting(),
        Condition.JOURNAL_NOT_WRITTEN,
        EXCHANGE,
        status.refused() + " calls refused since the start");
    for (CdrStatus.Sink sink : status.sinks()) {
      alarms.set(
          sink.failing(),
          Condition.RECORDS_NOT_WRITTEN,
          sink.name(),
          "%d kB wait, the oldest for %d s"
              .formatted(sink.backlogOctets() / 1_000, sink.oldestSeconds()));
    }
    alarms.clearOthers(Condition.RECORDS_NOT_WRITTEN, names(status.sinks()));
  }

  private static Set<String> names(List<CdrStatus.Sink> sinks) {
    return sinks.stream().map(CdrStatus.Sink::name).collect(Collectors.toSet());
  }

  private void media() {
    Optional<MediaControl> control = exchange.edges().media();
    Optional<EngineFigures> figures = control.flatMap(Checks::figures);
    boolean missing = control.isPresent() && figures.isEmpty();
    // One look in vain may be an engine that is just being started again.
    alarms.set(missing && mediaMissed, Condition.MEDIA_ENGINE_AWAY, EXCHANGE, "no answer");
    mediaMissed = missing;
    figures.ifPresent(
        now ->
            near(Condition.MEDIA_PORTS_NEAR_LIMIT, EXCHANGE, now.portsInUse(), now.portsOfRange()));
  }

  private static Optional<EngineFigures> figures(MediaControl media) {
    try {
      return Optional.of(
          media.figures().toCompletableFuture().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void sip() {
    Optional<SipEdge> edge = exchange.edges().sip();
    boolean missing = edge.isPresent() && edge.get().listeningPoints().isEmpty();
    // While the server starts, it is still going to be opened.
    sipLooks = edge.isPresent() && !missing ? LOOKS_WHILE_STARTING : sipLooks + 1;
    alarms.set(
        missing && sipLooks > LOOKS_WHILE_STARTING,
        Condition.SIP_NOT_LISTENING,
        EXCHANGE,
        "no socket is open");
  }

  /** Also what came and went between two looks. */
  private void overload() {
    long refused = exchange.counters().value(Counters.OVERLOADED);
    boolean now = exchange.edges().sip().map(SipEdge::overloaded).orElse(false);
    if (now || refused > refusedBefore) {
      alarms.raise(Condition.OVERLOADED, EXCHANGE, refused + " calls refused since the start");
    }
    refusedBefore = refused;
  }

  private void intrusions() {
    List<BlockedSource> blocked = exchange.guard().blocked();
    String details =
        blocked.isEmpty()
            ? ""
            : "%d addresses, at last %s by the rule %s"
                .formatted(blocked.size(), blocked.getFirst().address(), blocked.getFirst().rule());
    alarms.set(!blocked.isEmpty(), Condition.SOURCES_BLOCKED, EXCHANGE, details);
  }

  private void interfaces(Interfaces interfaces) {
    List<SipPort> open = exchange.edges().sip().map(SipEdge::listeningPoints).orElse(List.of());
    Map<String, String> closed = new HashMap<>();
    if (!open.isEmpty()) {
      interfaces.sipPorts().entrySet().stream()
          .filter(one -> !open.contains(one.getKey()))
          .forEach(
              one ->
                  closed.merge(
                      one.getValue(), one.getKey().toString(), (a, b) -> String.join(", ", a, b)));
    }
    closed.forEach(
        (name, ports) ->
            alarms.raise(Condition.INTERFACE_NOT_LISTENING, name, ports + " cannot be opened"));
    alarms.clearOthers(Condition.INTERFACE_NOT_LISTENING, closed.keySet());
  }

  private void keepAlive(Snapshot snapshot) {
    Set<String> inactive = new HashSet<>();
    for (Nap nap : snapshot.naps().all()) {
      if (exchange.reachability().of(nap.name()) == State.INACTIVE) {
        inactive.add(nap.name());
        String details =
            exchange.reachability().places(nap.name()).stream()
                .map(place -> place.place() + ": " + place.reason())
                .collect(Collectors.joining(", "));
        alarms.raise(Condition.NAP_INACTIVE, nap.name(), details);
      }
    }
    alarms.clearOthers(Condition.NAP_INACTIVE, inactive);
  }

  private void limits(Snapshot snapshot) {
    for (Nap nap : snapshot.naps().all()) {
      int calls = exchange.admission().callsOf(nap.name());
      near(Condition.NAP_CALLS_NEAR_LIMIT, nap.name(), calls, nap.maxCalls());
    }
    List<Route> routes = snapshot.objects(Route.class);
    for (Route route : routes) {
      int calls = exchange.admission().callsOver(route.name());
      near(Condition.ROUTE_CALLS_NEAR_LIMIT, route.name(), calls, route.maxCalls());
    }
    alarms.clearOthers(
        Condition.NAP_CALLS_NEAR_LIMIT,
        snapshot.naps().all().stream().map(Nap::name).collect(Collectors.toSet()));
    alarms.clearOthers(
        Condition.ROUTE_CALLS_NEAR_LIMIT,
        routes.stream().map(Route::name).collect(Collectors.toSet()));
  }

  /** Raises above nine tenths, clears below eight, so that it does not flutter between. */
  private void near(Condition condition, String object, int used, int limit) {
    if (limit > 0 && used >= HIGH * limit) {
      alarms.raise(condition, object, "%d of %d".formatted(used, limit));
    } else if (limit <= 0 || used < LOW * limit) {
      alarms.clear(condition, object);
    }
  }

  private void drops() {
    for (EventHub.Listeners listeners : events.listeners()) {
      Long before = dropped.put(listeners.name(), listeners.dropped());
      if (listeners.dropped() > (before == null ? 0 : before)) {
        alarms.raise(
            Condition.EVENTS_DROPPED,
            listeners.name(),
            listeners.dropped() + " events dropped since the start");
      }
    }
  }
}
