package org.comuta.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.Sample;
import org.comuta.call.Attempt;
import org.comuta.call.Call;
import org.comuta.call.Calls;
import org.comuta.call.IncomingCall;
import org.comuta.call.MemoryLedger;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.cause.Cause;
import org.comuta.event.Events;
import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;
import org.comuta.routing.Candidate;
import org.comuta.routing.Route;
import org.comuta.routing.RouteTable;
import org.comuta.snapshot.Snapshot;

/** Calls without signalling, on a clock that the test moves, and the statistics of them. */
final class CallsOfTests {
  static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

  final Statistics statistics = new Statistics(BEGIN);
  private final Calls calls =
      new Calls(
          new MemoryLedger(new ArrayList<>()),
          AnsweredCalls.NONE,
          statistics.observer(),
          Events.NONE);
  private Instant now = BEGIN;

  Instant now() {
    return now;
  }

  /** Lets so many milliseconds pass, with a tick at each turn of a second. */
  void pass(long millis) {
    Instant end = now.plusMillis(millis);
    for (Instant second = Instant.ofEpochSecond(now.getEpochSecond() + 1);
        !second.isAfter(end);
        second = second.plusSeconds(1)) {
      now = second;
      statistics.tick(now);
    }
    now = end;
  }

  void pass(Duration time) {
    pass(time.toMillis());
  }

  /** A call that nobody knows the origin of yet. */
  Call stranger() {
    NapTable naps = new NapTable(List.of());
    return calls.begin(
        new IncomingCall(now, "127.0.0.1:5060", "UDP", "id", "1", "2"),
        Snapshot.of(1, naps, new RouteTable(List.of(), naps)));
  }

  Call from(String nap) {
    Call call = stranger();
    call.cameFrom(nap(nap));
    return call;
  }

  Attempt to(Call call, String nap, String route) {
    return call.attempt(new Candidate(route(route, "a", nap), nap(nap), "1", "2"), now);
  }

  static Nap nap(String name, String... fields) {
    return Sample.nap(name, "192.0.2.1", fields);
  }

  private static Route route(String name, String origin, String destination) {
    return Sample.route(name, origin, destination);
  }

  static Release refusal(Cause cause, int status) {
    return new Release(Party.CALLED, cause, status, null, "");
  }

  static Release hangUp() {
    return new Release(Party.CALLER, Cause.NORMAL_CLEARING, 0, null, "");
  }
}
