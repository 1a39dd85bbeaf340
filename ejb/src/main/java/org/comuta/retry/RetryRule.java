package org.comuta.retry;

import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.nap.Nap;

/**
 * Whether a failed attempt is followed by another on the next route. One principle: <em>the Q.850
 * cause decides</em>, and {@link Nap#retryCauses()} of the origin NAP lists the causes that retry.
 *
 * <ol>
 *   <li>A caller who gave up and an administrator who ended the call are not tried against.
 *   <li>A destination that was full or over its rate was not called at all: it is passed over, as a
 *       NAP that is not available, whatever the list says.
 *   <li>No response at all, or no way to send, counts as 27, destination out of order.
 *   <li>Else the cause of the release counts. A Reason header's Q.850 cause (RFC 3326) is that
 *       cause, so a 503 with cause 17 is busy. Without one it is the cause the SIP status stands
 *       for ({@link org.comuta.cause.SipCauses}): 500, 503 and 504 are 41, 502 is 38.
 * </ol>
 *
 * <p>With the default list these retry: 27, 34, 38, 41, 42, 47; SIP 500, 502, 503, 504; no response
 * at all. Busy, decline, no answer and unallocated do not. An empty list retries nothing but what
 * rule 2 passes over.
 *
 * <p>It is asked before the answer only: an answered call is never tried again. Any thread.
 */
public final class RetryRule {
  /** Whether the next route is to be tried after an attempt that ended so. */
  public boolean retries(Nap origin, Release release) {
    if (release.by() == Party.CALLER || release.by() == Party.ADMINISTRATOR) {
      return false;
    }
    Failure failure = release.failure();
    if (failure == null) {
      return lists(origin, release.cause());
    }
    return switch (failure) {
      case DESTINATION_LIMIT_REACHED, DESTINATION_RATE_EXCEEDED, DESTINATION_INACTIVE -> true;
      case DESTINATION_UNREACHABLE, DESTINATION_NO_RESPONSE ->
          lists(origin, Cause.DESTINATION_OUT_OF_ORDER);
      case NO_ANSWER, MEDIA_ADDRESS_MISSING, INTERNAL_ERROR -> lists(origin, failure.cause());
      case UNKNOWN_SOURCE,
          MALFORMED_REQUEST,
          UNSUPPORTED_EXTENSION,
          LOOP_DETECTED,
          ORIGIN_LIMIT_REACHED,
          ORIGIN_RATE_EXCEEDED,
          ABANDONED,
          CALLER_UNREACHABLE,
          NO_ROUTE,
          NO_DESTINATION_AVAILABLE,
          CALLED_UNREACHABLE,
          MEDIA_SILENT,
          LONGEST_CALL_REACHED,
          MEDIA_PORTS_EXHAUSTED,
          MEDIA_RESOURCES_EXHAUSTED,
          MEDIA_ENGINE_LOST,
          ENDED_BY_ADMINISTRATOR,
          OVERLOADED,
          RECORDS_UNAVAILABLE,
          SHUTTING_DOWN,
          SERVER_RESTARTED ->
          false;
    };
  }

  private static boolean lists(Nap origin, Cause cause) {
    return origin.retryCauses().contains(cause.value());
  }
}
