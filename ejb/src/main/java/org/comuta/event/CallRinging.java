package org.comuta.event;

import org.jspecify.annotations.Nullable;

/** The destination rings; told once a try. */
public record CallRinging(
    String callId,
    @Nullable String originNap,
    @Nullable String destinationNap,
    String callingNumber,
    String calledNumber,
    @Nullable String route)
    implements CallContent {
  @Override
  public EventType type() {
    return EventType.CALL_RINGING;
  }
}
