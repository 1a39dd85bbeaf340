package org.comuta.cdr.journal;

import java.time.Instant;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/** How entries are written; {@link EntryDecoding} is the other way. */
final class EntryEncoding {
  private EntryEncoding() {}

  static void opened(EntryWriter out, String callId, long revision, IncomingCall incoming) {
    out.begin(EntryType.OPENED).text(callId).number(revision);
    incoming(out, incoming);
  }

  static void incoming(EntryWriter out, IncomingCall incoming) {
    out.moment(incoming.receivedAt())
        .text(incoming.source())
        .text(incoming.transport())
        .text(incoming.protocolCallId())
        .text(incoming.callingNumber())
        .text(incoming.calledNumber());
  }

  static void attempted(
      EntryWriter out,
      String callId,
      Instant at,
      String originNap,
      String route,
      String destinationNap) {
    out.begin(EntryType.ATTEMPTED)
        .text(callId)
        .moment(at)
        .text(originNap)
        .text(route)
        .text(destinationNap);
  }

  static void answered(EntryWriter out, String callId, Instant at) {
    out.begin(EntryType.ANSWERED).text(callId).moment(at);
  }

  static void heartbeat(EntryWriter out, Instant at) {
    out.begin(EntryType.HEARTBEAT).moment(at);
  }

  static void ended(EntryWriter out, CallRecord record) {
    out.begin(EntryType.ENDED)
        // First, so that who only wants to know which call ended need not read on.
        .text(record.callId())
        .text(record.id())
        .number(record.revision())
        .moment(record.startedAt())
        .momentOrNone(record.ringingAt())
        .momentOrNone(record.answeredAt())
        .moment(record.endedAt())
        .textOrNone(record.originNap())
        .text(record.source())
        .text(record.transport())
        .text(record.callingNumber())
        .text(record.calledNumber())
        .text(record.originProtocolCallId());
    release(out, record.originRelease());
    Release destination = record.destinationRelease();
    out.octet(destination == null ? 0 : 1);
    if (destination != null) {
      release(out, destination);
    }
    attempts(out, record.attempts());
    trace(out, record.trace());
  }

  private static void attempts(EntryWriter out, List<AttemptRecord> attempts) {
    int count = attempts.size();
    int kept = Math.min(count, Bounds.ATTEMPTS);
    out.number(kept);
    for (int i = 0; i < kept; i++) {
      attempt(out, attempts.get(i == kept - 1 ? count - 1 : i));
    }
  }

  private static void attempt(EntryWriter out, AttemptRecord attempt) {
    out.number(attempt.number())
        .text(attempt.route())
        .text(attempt.destinationNap())
        .text(attempt.callingNumber())
        .text(attempt.calledNumber())
        .textOrNone(attempt.protocolCallId())
        .moment(attempt.startedAt())
        .momentOrNone(attempt.ringingAt())
        .momentOrNone(attempt.answeredAt())
        .moment(attempt.endedAt());
    release(out, attempt.release());
  }

  private static void trace(EntryWriter out, List<TraceStep> trace) {
    int count = trace.size();
    out.number(Math.min(count, Bounds.STEPS));
    if (count <= Bounds.STEPS) {
      for (int i = 0; i < count; i++) {
        step(out, trace.get(i));
      }
      return;
    }
    for (int i = 0; i < Bounds.FIRST_STEPS; i++) {
      step(out, trace.get(i));
    }
    int missing = count - Bounds.FIRST_STEPS - Bounds.LAST_STEPS;
    step(
        out,
        new TraceStep(
            "trace", "", TraceStep.Verdict.DROPPED, Bounds.CUT + " " + missing + " more steps"));
    for (int i = count - Bounds.LAST_STEPS; i < count; i++) {
      step(out, trace.get(i));
    }
  }

  private static void step(EntryWriter out, TraceStep step) {
    out.text(step.stage(), Bounds.STAGE)
        .text(step.object())
        .octet(code(step.verdict()))
        .text(step.detail(), Bounds.DETAIL);
  }

  private static void release(EntryWriter out, Release release) {
    out.octet(code(release.by())).octet(release.cause().value()).number(release.sipStatus());
    out.textOrNone(name(release.failure())).text(release.text());
  }

  private static @Nullable String name(@Nullable Failure failure) {
    return failure == null ? null : failure.name();
  }

  /** The code of a party on disk. */
  private static int code(Party party) {
    return switch (party) {
      case CALLER -> 1;
      case CALLED -> 2;
      case EXCHANGE -> 3;
      case ADMINISTRATOR -> 4;
    };
  }

  /** The code of a verdict on disk. */
  private static int code(TraceStep.Verdict verdict) {
    return switch (verdict) {
      case KEPT -> 1;
      case DROPPED -> 2;
      case CHANGED -> 3;
    };
  }
}
