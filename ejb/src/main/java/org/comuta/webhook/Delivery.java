package org.comuta.webhook;

import java.time.Instant;
import org.comuta.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a webhook; the words of the API.
 *
 * @param id the same however often it is sent
 * @param state whether it waits, or was given up
 * @param attempts how often it was sent
 * @param nextAt when it is sent next; null when it was given up
 * @param deadAt when it was given up; null while it waits
 * @param lastStatus HTTP status of the last answer; null without one
 * @param lastError what went wrong last; null when nothing did
 * @param body what is sent
 */
public record Delivery(
    String id,
    String webhook,
    DeliveryState state,
    String eventId,
    String eventType,
    Instant createdAt,
    int attempts,
    @Nullable Instant nextAt,
    @Nullable Instant deadAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    String body) {}
