package org.comuta.event;

import org.jspecify.annotations.Nullable;

/**
 * A call arrived; nothing was decided yet.
 *
 * @param source address and port it came from
 * @param revision revision of the configuration it runs on
 */
public record CallBegun(
    String callId,
    @Nullable String originNap,
    @Nullable String destinationNap,
    String callingNumber,
    String calledNumber,
    String source,
    String transport,
    long revision)
    implements CallContent {
  @Override
  public EventType type() {
    return EventType.CALL_BEGUN;
  }
}
