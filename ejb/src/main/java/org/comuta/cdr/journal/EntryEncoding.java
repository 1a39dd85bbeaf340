package org.comuta.cdr.journal;

import java.time.Instant;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.call.Release;
import org.comuta.call.octets.CallEncoding;
import org.comuta.octets.OctetWriter;
import org.comuta.routing.TraceStep;

/** How entries are written; {@link EntryDecoding} is the other way. */
final class EntryEncoding {
  /** Version of the encoding, in every entry. */
  static final int VERSION = 1;

  private EntryEncoding() {}

  private static OctetWriter begin(OctetWriter out, EntryType type) {
    return out.clear().octet(type.code()).octet(VERSION);
  }

  static void opened(OctetWriter out, String callId, long revision, IncomingCall incoming) {
    begin(out, EntryType.OPENED).text(callId).number(revision);
    CallEncoding.incoming(out, incoming);
  }

  static void attempted(
      OctetWriter out,
      String callId,
      Instant at,
      String originNap,
      String route,
      String destinationNap) {
    begin(out, EntryType.ATTEMPTED)
        .text(callId)
        .moment(at)
        .text(originNap)
        .text(route)
        .text(destinationNap);
  }

  static void answered(OctetWriter out, String callId, Instant at) {
    begin(out, EntryType.ANSWERED).text(callId).moment(at);
  }

  static void heartbeat(OctetWriter out, Instant at) {
    begin(out, EntryType.HEARTBEAT).moment(at);
  }

  static void ended(OctetWriter out, CallRecord record) {
    begin(out, EntryType.ENDED)
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
    CallEncoding.release(out, record.originRelease());
    Release destination = record.destinationRelease();
    out.octet(destination == null ? 0 : 1);
    if (destination != null) {
      CallEncoding.release(out, destination);
    }
    attempts(out, record.attempts());
    trace(out, record.trace());
    MediaEncoding.write(out, record.media());
  }

  private static void attempts(OctetWriter out, List<AttemptRecord> attempts) {
    int count = attempts.size();
    int kept = Math.min(count, Bounds.ATTEMPTS);
    out.number(kept);
    for (int i = 0; i < kept; i++) {
      attempt(out, attempts.get(i == kept - 1 ? count - 1 : i));
    }
  }

  private static void attempt(OctetWriter out, AttemptRecord attempt) {
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
    CallEncoding.release(out, attempt.release());
  }

  private static void trace(OctetWriter out, List<TraceStep> trace) {
    int count = trace.size();
    out.number(Math.min(count, Bounds.STEPS));
    if (count <= Bounds.STEPS) {
      for (int i = 0; i < count; i++) {
        CallEncoding.step(out, trace.get(i));
      }
      return;
    }
    for (int i = 0; i < Bounds.FIRST_STEPS; i++) {
      CallEncoding.step(out, trace.get(i));
    }
    int missing = count - Bounds.FIRST_STEPS - Bounds.LAST_STEPS;
    CallEncoding.step(
        out,
        new TraceStep(
            "trace", "", TraceStep.Verdict.DROPPED, Bounds.CUT + " " + missing + " more steps"));
    for (int i = count - Bounds.LAST_STEPS; i < count; i++) {
      CallEncoding.step(out, trace.get(i));
    }
  }
}
