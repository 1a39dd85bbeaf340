package org.comuta.survival;

import java.util.List;
import org.comuta.call.Release;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.call.answered.AttemptSoFar;
import org.comuta.call.answered.CallSoFar;
import org.comuta.call.octets.CallEncoding;
import org.comuta.octets.OctetWriter;
import org.comuta.routing.TraceStep;

/**
 * How answered calls are written; {@link AnsweredCallDecoding} is the other way. What matters comes
 * first; of attempts and trace, which only tell how the call came about, as many follow as there is
 * room for.
 */
final class AnsweredCallEncoding {
  /** Of the first version, legs told nothing of the port they go out by. */
  static final int FIRST_VERSION = 1;

  static final int VERSION = 2;

  private static final int ROOM_FOR_NOTE = 64;

  private AnsweredCallEncoding() {}

  /**
   * Writes a call.
   *
   * @param limit octets that attempts and trace are shortened to; what matters is written whole
   */
  static void write(OctetWriter out, AnsweredCall call, int limit) {
    out.clear().octet(VERSION);
    CallSoFar soFar = call.soFar();
    out.text(soFar.callId()).number(soFar.revision());
    CallEncoding.incoming(out, soFar.incoming());
    out.textOrNone(soFar.originNap())
        .momentOrNone(soFar.ringingAt())
        .moment(soFar.answeredAt())
        .momentOrNone(call.endsAt());
    leg(out, call.caller());
    leg(out, call.called());
    out.octet(call.media() == null ? 0 : 1);
    if (call.media() != null) {
      RelayedMediaEncoding.write(out, call.media());
    }
    attempts(out, soFar.attempts(), limit);
    trace(out, soFar.trace(), limit);
  }

  private static void leg(OctetWriter out, AnsweredLeg leg) {
    out.octet(leg.begunByPeer() ? 1 : 0)
        .wholeText(leg.sessions())
        .wholeText(leg.protocolCallId())
        .wholeText(leg.localTag())
        .wholeText(leg.remoteTag())
        .wholeText(leg.localParty())
        .wholeText(leg.remoteParty())
        .wholeText(leg.remoteTarget())
        .number(leg.routes().size());
    for (int i = 0; i < leg.routes().size(); i++) {
      out.wholeText(leg.routes().get(i));
    }
    out.number(leg.localSequence())
        .number(leg.remoteSequence())
        .text(leg.transport())
        .wholeText(leg.outbound())
        .text(leg.ourAddress())
        .number(leg.inactivitySeconds())
        .number(leg.sdpSession())
        .number(leg.sdpVersion())
        .number(leg.sdpFingerprint());
  }

  /** The one that was answered first, then the others while there is room. */
  private static void attempts(OctetWriter out, List<AttemptSoFar> attempts, int limit) {
    if (!attempts.isEmpty()) {
      attempt(out.octet(1), attempts.getLast());
    }
    for (int i = 0; i < attempts.size() - 1; i++) {
      int before = out.length();
      attempt(out.octet(1), attempts.get(i));
      if (out.length() > limit - ROOM_FOR_NOTE) {
        out.truncate(before);
        break;
      }
    }
    out.octet(0);
  }

  private static void attempt(OctetWriter out, AttemptSoFar attempt) {
    out.number(attempt.number())
        .text(attempt.route())
        .text(attempt.destinationNap())
        .text(attempt.callingNumber())
        .text(attempt.calledNumber())
        .textOrNone(attempt.protocolCallId())
        .moment(attempt.startedAt())
        .momentOrNone(attempt.ringingAt())
        .momentOrNone(attempt.answeredAt())
        .momentOrNone(attempt.endedAt());
    Release release = attempt.release();
    out.octet(release == null ? 0 : 1);
    if (release != null) {
      CallEncoding.release(out, release);
    }
  }

  private static void trace(OctetWriter out, List<TraceStep> trace, int limit) {
    for (int i = 0; i < trace.size(); i++) {
      int before = out.length();
      CallEncoding.step(out.octet(1), trace.get(i));
      if (out.length() > limit - ROOM_FOR_NOTE) {
        out.truncate(before);
        if (before <= limit - ROOM_FOR_NOTE) {
          String note = OctetWriter.CUT + " " + (trace.size() - i) + " more steps";
          CallEncoding.step(
              out.octet(1), new TraceStep("trace", "", TraceStep.Verdict.DROPPED, note));
        }
        break;
      }
    }
    out.octet(0);
  }
}
