package org.comuta.call.octets;

import org.comuta.call.IncomingCall;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/** How what {@link CallEncoding} wrote is read. Any octets end in an exception of one type. */
public final class CallDecoding {
  private CallDecoding() {}

  public static IncomingCall incoming(OctetReader in) throws MalformedOctetsException {
    return new IncomingCall(in.moment(), in.text(), in.text(), in.text(), in.text(), in.text());
  }

  public static TraceStep step(OctetReader in) throws MalformedOctetsException {
    return new TraceStep(in.text(), in.text(), verdict(in.octet()), in.text());
  }

  public static Release release(OctetReader in) throws MalformedOctetsException {
    Party by = party(in.octet());
    int cause = in.octet();
    return new Release(
        by,
        Cause.of(cause).orElseThrow(() -> new MalformedOctetsException("cause " + cause)),
        in.number(Integer.MIN_VALUE, Integer.MAX_VALUE),
        failure(in.textOrNone()),
        in.text());
  }

  private static @Nullable Failure failure(@Nullable String name) throws MalformedOctetsException {
    if (name == null) {
      return null;
    }
    try {
      return Failure.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new MalformedOctetsException("failure " + name);
    }
  }

  private static Party party(int code) throws MalformedOctetsException {
    return switch (code) {
      case 1 -> Party.CALLER;
      case 2 -> Party.CALLED;
      case 3 -> Party.EXCHANGE;
      case 4 -> Party.ADMINISTRATOR;
      default -> throw new MalformedOctetsException("party " + code);
    };
  }

  private static TraceStep.Verdict verdict(int code) throws MalformedOctetsException {
    return switch (code) {
      case 1 -> TraceStep.Verdict.KEPT;
      case 2 -> TraceStep.Verdict.DROPPED;
      case 3 -> TraceStep.Verdict.CHANGED;
      default -> throw new MalformedOctetsException("verdict " + code);
    };
  }
}
