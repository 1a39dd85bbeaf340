package org.comuta.call.answered;

import java.time.Instant;
import java.util.List;
import org.comuta.call.IncomingCall;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/**
 * What the record of an answered call will tell, as far as it is known.
 *
 * @param revision revision of the configuration the call was routed on
 * @param attempts every try, in order; the last one was answered
 */
public record CallSoFar(
    String callId,
    long revision,
    IncomingCall incoming,
    @Nullable String originNap,
    @Nullable Instant ringingAt,
    Instant answeredAt,
    List<AttemptSoFar> attempts,
    List<TraceStep> trace) {
  public CallSoFar {
    attempts = List.copyOf(attempts);
    trace = List.copyOf(trace);
  }
}
