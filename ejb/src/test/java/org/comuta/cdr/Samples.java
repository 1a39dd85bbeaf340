package org.comuta.cdr;

import java.time.Instant;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallIds;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.nap.MediaMode;
import org.comuta.routing.TraceStep;

/** Calls for tests. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-11-21T20:05:10.123456Z");

  public static final IncomingCall INCOMING =
      new IncomingCall(START, "192.0.2.1:5060", "UDP", "a84b4c@192.0.2.1", "1000", "2000");

  private Samples() {}

  public static String newId() {
    return CallIds.next(START.toEpochMilli());
  }

  public static IncomingCall incoming() {
    return INCOMING;
  }

  /** A call that was answered at the second try after 5 s and lasted 60 s. */
  public static CallRecord answered(String id) {
    return answered(id, START);
  }

  public static CallRecord answered(String id, Instant start) {
    Instant second = start.plusSeconds(2);
    Instant answer = start.plusSeconds(5);
    Instant end = answer.plusSeconds(60);
    Release busy = new Release(Party.CALLED, Cause.TEMPORARY_FAILURE, 503, null, "Overloaded");
    Release bye = new Release(Party.CALLED, Cause.NORMAL_CLEARING, 0, null, "");
    return new CallRecord(
        id,
        id,
        7,
        start,
        start.plusSeconds(3),
        answer,
        end,
        "customer",
        "192.0.2.1:5060",
        "UDP",
        "1000",
        "2000",
        "a84b4c@192.0.2.1",
        bye,
        bye,
        List.of(
            new AttemptRecord(
                1,
                "first",
                "carrier-1",
                "551000",
                "552000",
                "x1@comuta",
                start,
                null,
                null,
                second,
                busy),
            new AttemptRecord(
                2,
                "second",
                "carrier-2",
                "551001",
                "552001",
                "x2@comuta",
                second,
                start.plusSeconds(3),
                answer,
                end,
                bye)),
        List.of(
            new TraceStep("origin", "customer", TraceStep.Verdict.KEPT, "address 192.0.2.1"),
            new TraceStep("route", "first", TraceStep.Verdict.KEPT, "calledNumber ^2"),
            new TraceStep("route", "second", TraceStep.Verdict.CHANGED, "rewriteCalled")),
        media());
  }

  /** Media that was measured on both legs; nobody told the round trip on the second. */
  public static MediaRecord media() {
    return new MediaRecord(
        MediaMode.BRIDGE,
        new LegMedia(
            "PCMA", "192.0.2.1:30000", 3000, 516_000, 2990, 514_280, 10, 2, 1.25, 18.5, 4.41),
        new LegMedia("PCMA", "[2001:db8::2]:31000", 2990, 514_280, 3000, 0, 0, 0, 0, null, null));
  }

  /** A call that was refused before anything was tried. */
  public static CallRecord refused(String id, Failure failure) {
    return new CallRecord(
        id,
        id,
        7,
        START,
        null,
        null,
        START.plusMillis(3),
        null,
        "198.51.100.7:5060",
        "TCP",
        "",
        "2000",
        "b1@198.51.100.7",
        Release.of(failure),
        null,
        List.of(),
        List.of());
  }
}
