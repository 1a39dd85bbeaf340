package org.comuta.sip.callcontrol.timers;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.comuta.cause.Failure;
import org.comuta.nap.Nap;
import org.comuta.routing.Candidate;
import org.comuta.sip.callcontrol.leg.SipCall;

/** Ends an answered call at the shortest limit that origin, destination and route set. */
public final class LongestCall {
  private LongestCall() {}

  /** Begins to count; the call was answered. */
  public static void watch(SipCall call, Nap origin, Candidate candidate) {
    OptionalInt seconds =
        shortest(
            origin.maxCallDuration(),
            candidate.destination().maxCallDuration(),
            candidate.route().maxCallDuration());
    seconds.ifPresent(
        limit ->
            call.after(Duration.ofSeconds(limit), () -> call.fail(Failure.LONGEST_CALL_REACHED)));
  }

  /** The least of these seconds; 0 is no limit. */
  static OptionalInt shortest(int... limits) {
    return IntStream.of(limits).filter(limit -> limit > 0).min();
  }
}
