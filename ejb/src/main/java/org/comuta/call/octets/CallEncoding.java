package org.comuta.call.octets;

import org.comuta.call.IncomingCall;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.octets.OctetWriter;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/** How what is known of a call is written to a file; {@link CallDecoding} is the other way. */
public final class CallEncoding {
  /** Octets of the detail of a trace step. */
  public static final int DETAIL = 512;

  /** Octets of the stage of a trace step. */
  public static final int STAGE = 64;

  private CallEncoding() {}

  public static void incoming(OctetWriter out, IncomingCall incoming) {
    out.moment(incoming.receivedAt())
        .text(incoming.source())
        .text(incoming.transport())
        .text(incoming.protocolCallId())
        .text(incoming.callingNumber())
        .text(incoming.calledNumber());
  }

  public static void step(OctetWriter out, TraceStep step) {
    out.text(step.stage(), STAGE)
        .text(step.object())
        .octet(code(step.verdict()))
        .text(step.detail(), DETAIL);
  }

  public static void release(OctetWriter out, Release release) {
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
