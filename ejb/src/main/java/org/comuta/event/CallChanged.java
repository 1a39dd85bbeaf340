package org.comuta.event;

import org.jspecify.annotations.Nullable;

/**
 * Something changed in a call that goes on.
 *
 * @param change {@code ATTEMPT_FAILED}: a try failed and another may follow; {@code MEDIA_CHANGED}:
 *     a side changed the media, such as hold; {@code RESUMED}: the call goes on after a restart
 * @param by who did: {@code CALLER}, {@code CALLED}, {@code EXCHANGE}
 * @param cause Q.850 cause of a try that failed; else null
 * @param sipStatus of a try that failed; else null
 * @param failure the exchange's own reason of a try that failed; else null
 */
public record CallChanged(
    String callId,
    @Nullable String originNap,
    @Nullable String destinationNap,
    String callingNumber,
    String calledNumber,
    @Nullable String route,
    Change change,
    String by,
    @Nullable Integer cause,
    @Nullable Integer sipStatus,
    @Nullable String failure)
    implements CallContent {
  /** What changed. */
  public enum Change {
    ATTEMPT_FAILED,
    MEDIA_CHANGED,
    RESUMED
  }

  @Override
  public EventType type() {
    return EventType.CALL_CHANGED;
  }
}
