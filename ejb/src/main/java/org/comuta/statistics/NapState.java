package org.comuta.statistics;

import java.time.Instant;
import java.util.List;
import org.comuta.cause.Failure;
import org.comuta.nap.Reachability.Place;
import org.jspecify.annotations.Nullable;

/**
 * How one NAP fares; the words of the API.
 *
 * @param calls calls now, both directions
 * @param maxCalls 0 for no limit
 * @param callsPerSecond new calls, both directions, over the last few seconds
 * @param maxCallsPerSecond 0 for no limit
 * @param origin what came from it
 * @param destination what was sent to it
 * @param keepAlive what keep-alive found where it is reached; empty when nobody asks
 * @param lastHeardAt when it last responded to a call; null when it has not since the start
 * @param lastFailures why calls to it failed last, the newest first; not those that callers gave up
 */
public record NapState(
    String name,
    boolean enabled,
    Health state,
    int calls,
    int maxCalls,
    double callsPerSecond,
    int maxCallsPerSecond,
    Figures origin,
    Figures destination,
    List<Place> keepAlive,
    @Nullable Instant lastHeardAt,
    List<LastFailure> lastFailures) {
  /** What can be told of a NAP by its configuration and its last calls. */
  public enum Health {
    DISABLED,
    /** Keep-alive got no answer several times in a row; it gets no calls. */
    INACTIVE,
    /** The last call to it got no response at all. */
    NOT_ANSWERING,
    /** It has as many calls as it may. */
    FULL,
    /** Keep-alive got no answer the last time, or not at each of its proxies. */
    SUSPECT,
    /** It responded to the last call that was sent to it, or to keep-alive. */
    ANSWERING,
    /** No call was sent to it since the start. */
    UNKNOWN
  }

  /**
   * Why a call failed.
   *
   * @param cause Q.850 cause value
   * @param sipStatus 0 when it had none
   * @param failure the exchange's own reason; null when the NAP refused
   */
  public record LastFailure(Instant at, int cause, int sipStatus, @Nullable Failure failure) {}

  public NapState {
    keepAlive = List.copyOf(keepAlive);
    lastFailures = List.copyOf(lastFailures);
  }
}
