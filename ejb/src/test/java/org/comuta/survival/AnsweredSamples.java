package org.comuta.survival;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.comuta.call.IncomingCall;
import org.comuta.call.Party;
import org.comuta.call.RelayedMedia;
import org.comuta.call.RelayedMedia.LegTerms;
import org.comuta.call.Release;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.call.answered.AttemptSoFar;
import org.comuta.call.answered.CallSoFar;
import org.comuta.cause.Cause;
import org.comuta.media.PortRange;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/** Answered calls for tests. */
public final class AnsweredSamples {
  private static final Instant START = Instant.parse("2026-11-21T20:05:10.123456Z");

  private AnsweredSamples() {}

  /** A plain call that was answered at the second try. */
  public static AnsweredCall call(String callId) {
    return call(callId, START, 1);
  }

  /**
   * As the other.
   *
   * @param sequence CSeq of our last request to the caller
   */
  public static AnsweredCall call(String callId, Instant start, long sequence) {
    return new AnsweredCall(
        soFar(callId, start), caller(sequence, List.of()), called(), start.plusSeconds(3600), null);
  }

  static AnsweredCall with(AnsweredCall call, AnsweredLeg caller, @Nullable RelayedMedia media) {
    return new AnsweredCall(call.soFar(), caller, call.called(), call.endsAt(), media);
  }

  static CallSoFar soFar(String callId, Instant start) {
    Release busy = new Release(Party.CALLED, Cause.TEMPORARY_FAILURE, 503, null, "Overloaded");
    AttemptSoFar first =
        new AttemptSoFar(
            1, "first", "carrier-1", "551000", "552000", "x1", start, null, null, start, busy);
    return new CallSoFar(
        callId,
        7,
        new IncomingCall(start, "192.0.2.1:5060", "UDP", "a84b4c@192.0.2.1", "1000", "2000"),
        "customer",
        start.plusSeconds(3),
        start.plusSeconds(5),
        List.of(first, answered(start)),
        List.of(
            new TraceStep("origin", "customer", TraceStep.Verdict.KEPT, "address 192.0.2.1"),
            new TraceStep("route", "second", TraceStep.Verdict.CHANGED, "rewriteCalled")));
  }

  static AttemptSoFar answered(Instant start) {
    return new AttemptSoFar(
        2,
        "second",
        "carrier-2",
        "551001",
        "552001",
        "x2",
        start.plusSeconds(2),
        start.plusSeconds(3),
        start.plusSeconds(5),
        null,
        null);
  }

  static AnsweredLeg caller(long sequence, List<String> routes) {
    return new AnsweredLeg(
        true,
        "s3ss10n",
        "a84b4c@192.0.2.1",
        "61234_0_0_s3ss10n",
        "1928301774",
        "<sip:2000@198.51.100.1>",
        "\"Alice\" <sip:1000@192.0.2.1>",
        "<sip:1000@192.0.2.1:5060;transport=udp>",
        routes,
        sequence,
        314159,
        "udp",
        "sip:198.51.100.1:5080;transport=udp",
        "198.51.100.1",
        1800,
        53655765,
        2,
        -42);
  }

  private static AnsweredLeg called() {
    return new AnsweredLeg(
        false,
        "s3ss10n",
        "x2",
        "61235_0_0_s3ss10n",
        "a6c85cf",
        "<sip:551001@198.51.100.1:5060>",
        "<sip:552001@203.0.113.9:5060>",
        "<sip:552001@203.0.113.9:5060;transport=tcp>",
        List.of("<sip:203.0.113.8;lr>"),
        1,
        -1,
        "tcp",
        "",
        "198.51.100.1",
        0,
        53655766,
        1,
        Long.MIN_VALUE);
  }

  /** Relayed media of so many lines. */
  static RelayedMedia media(String host, int lines) {
    String line = "m=video 30000 RTP/AVP 99\r\na=rtpmap:99 H264/90000\r\n";
    String said = "v=0\r\no=- 1 1 IN IP4 " + host + "\r\ns=-\r\n" + line.repeat(lines);
    return new RelayedMedia(
        new LegTerms(
            "192.0.2.9",
            PortRange.of("30000-30999"),
            46,
            true,
            List.of("192.0.2.1", "2001:db8::1"),
            said),
        new LegTerms("2001:db8::9", PortRange.ENGINE, 0, false, List.of(), null),
        60,
        Collections.nCopies(4 * lines, 65_535));
  }
}
