package org.comuta.event;

import org.jspecify.annotations.Nullable;

/**
 * The destination answered.
 *
 * @param ringingMillis from the arrival of the call to the answer
 */
public record CallAnswered(
    String callId,
    @Nullable String originNap,
    @Nullable String destinationNap,
    String callingNumber,
    String calledNumber,
    @Nullable String route,
    long ringingMillis)
    implements CallContent {
  @Override
  public EventType type() {
    return EventType.CALL_ANSWERED;
  }
}
