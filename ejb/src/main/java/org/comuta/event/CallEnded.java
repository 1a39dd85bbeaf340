package org.comuta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call ended; its record is in the journal.
 *
 * @param recordId identity of its record
 * @param durationMillis from its arrival to its end
 * @param billableMillis from the answer to the end; 0 when it was not answered
 * @param endedBy {@code CALLER}, {@code CALLED}, {@code EXCHANGE} or {@code ADMINISTRATOR}
 * @param cause Q.850 cause of the caller's leg
 * @param sipStatus what the caller was told; 0 when it ended by BYE
 * @param failure the exchange's own reason; null when a side ended it
 * @param destinationCause Q.850 cause of the last try; null without one
 * @param destinationSipStatus SIP status of the last try; null without one
 * @param attempts how many tries there were
 * @param mediaMode {@code BYPASS} or {@code BRIDGE}; null without a try
 */
public record CallEnded(
    String callId,
    @Nullable String originNap,
    @Nullable String destinationNap,
    String callingNumber,
    String calledNumber,
    @Nullable String route,
    String recordId,
    Instant startedAt,
    @Nullable Instant ringingAt,
    @Nullable Instant answeredAt,
    Instant endedAt,
    long durationMillis,
    long billableMillis,
    String endedBy,
    int cause,
    int sipStatus,
    @Nullable String failure,
    @Nullable Integer destinationCause,
    @Nullable Integer destinationSipStatus,
    int attempts,
    @Nullable String mediaMode)
    implements CallContent {
  @Override
  public EventType type() {
    return EventType.CALL_ENDED;
  }
}
