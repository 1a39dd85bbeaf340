package org.comuta.survival;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.call.IncomingCall;
import org.comuta.call.RelayedMedia;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.call.answered.AttemptSoFar;
import org.comuta.call.answered.CallSoFar;
import org.comuta.call.octets.CallDecoding;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/** How answered calls are read. Any octets end in a call or in the one exception. */
final class AnsweredCallDecoding {
  /** More than any message has room for. */
  private static final int MOST_ROUTES = 1000;

  private AnsweredCallDecoding() {}

  static AnsweredCall read(byte[] octets) throws MalformedOctetsException {
    OctetReader in = new OctetReader(octets);
    int version = in.octet();
    boolean tellsPorts = version == AnsweredCallEncoding.VERSION;
    if (!tellsPorts && version != AnsweredCallEncoding.FIRST_VERSION) {
      throw new MalformedOctetsException("version " + version);
    }
    String callId = in.text();
    long revision = in.number();
    IncomingCall incoming = CallDecoding.incoming(in);
    String originNap = in.textOrNone();
    @Nullable Instant ringingAt = in.momentOrNone();
    Instant answeredAt = in.moment();
    @Nullable Instant endsAt = in.momentOrNone();
    AnsweredLeg caller = leg(in, tellsPorts);
    AnsweredLeg called = leg(in, tellsPorts);
    RelayedMedia media = in.flag() ? RelayedMediaEncoding.read(in) : null;
    List<AttemptSoFar> attempts = attempts(in);
    List<TraceStep> trace = trace(in);
    in.end();
    return new AnsweredCall(
        new CallSoFar(
            callId, revision, incoming, originNap, ringingAt, answeredAt, attempts, trace),
        caller,
        called,
        endsAt,
        media);
  }

  private static AnsweredLeg leg(OctetReader in, boolean tellsPorts)
      throws MalformedOctetsException {
    boolean begunByPeer = in.flag();
    String sessions = in.wholeText();
    String callId = in.wholeText();
    String localTag = in.wholeText();
    String remoteTag = in.wholeText();
    String localParty = in.wholeText();
    String remoteParty = in.wholeText();
    String remoteTarget = in.wholeText();
    int count = in.number(0, MOST_ROUTES);
    List<String> routes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      routes.add(in.wholeText());
    }
    return new AnsweredLeg(
        begunByPeer,
        sessions,
        callId,
        localTag,
        remoteTag,
        localParty,
        remoteParty,
        remoteTarget,
        routes,
        in.number(),
        in.number(),
        in.text(),
        tellsPorts ? in.wholeText() : "",
        in.text(),
        in.number(0, Integer.MAX_VALUE),
        in.number(),
        in.number(),
        in.number());
  }

  /** In their order again: the last one was written first. */
  private static List<AttemptSoFar> attempts(OctetReader in) throws MalformedOctetsException {
    List<AttemptSoFar> attempts = new ArrayList<>();
    AttemptSoFar last = in.flag() ? attempt(in) : null;
    if (last != null) {
      while (in.flag()) {
        attempts.add(attempt(in));
      }
      attempts.add(last);
    }
    return attempts;
  }

  private static AttemptSoFar attempt(OctetReader in) throws MalformedOctetsException {
    return new AttemptSoFar(
        in.number(Integer.MIN_VALUE, Integer.MAX_VALUE),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.textOrNone(),
        in.moment(),
        in.momentOrNone(),
        in.momentOrNone(),
        in.momentOrNone(),
        in.flag() ? CallDecoding.release(in) : null);
  }

  private static List<TraceStep> trace(OctetReader in) throws MalformedOctetsException {
    List<TraceStep> trace = new ArrayList<>();
    while (in.flag()) {
      trace.add(CallDecoding.step(in));
    }
    return trace;
  }
}
