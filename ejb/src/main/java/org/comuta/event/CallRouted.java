package org.comuta.event;

import org.jspecify.annotations.Nullable;

/**
 * A try at a destination began.
 *
 * @param attempt 1 for the first try
 * @param outgoingCallingNumber as sent to the destination
 * @param outgoingCalledNumber as sent to the destination
 */
public record CallRouted(
    String callId,
    @Nullable String originNap,
    @Nullable String destinationNap,
    String callingNumber,
    String calledNumber,
    String route,
    int attempt,
    String outgoingCallingNumber,
    String outgoingCalledNumber)
    implements CallContent {
  @Override
  public EventType type() {
    return EventType.CALL_ROUTED;
  }
}
