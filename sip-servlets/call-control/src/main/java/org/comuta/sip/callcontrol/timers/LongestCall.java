package org.comuta.sip.callcontrol.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
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
    seconds.ifPresent(limit -> endAt(call, Instant.now().plusSeconds(limit)));
  }

  /** Ends the call at this moment, or at once when it has passed. */
  public static void endAt(SipCall call, Instant at) {
    call.endsAt(at);
    call.after(Duration.between(Instant.now(), at), () -> call.fail(Failure.LONGEST_CALL_REACHED));
  }

  /** The least of these seconds; 0 is no limit. */
  static OptionalInt shortest(int... limits) {
    int shortest = 0;
    for (int limit : limits) {
      if (limit > 0 && (shortest == 0 || limit < shortest)) {
        shortest = limit;
      }
    }
    return shortest == 0 ? OptionalInt.empty() : OptionalInt.of(shortest);
  }
}
