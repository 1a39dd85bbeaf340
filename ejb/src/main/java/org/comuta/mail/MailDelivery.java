package org.comuta.mail;

import java.time.Instant;
import org.comuta.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be told by mail; the words of the API.
 *
 * @param state whether it waits, or was given up
 * @param attempts how often mail of it was sent in vain until it was given up; 0 while it waits
 * @param deadAt when it was given up; null while it waits
 * @param lastError what the server said then; null while it waits
 * @param body what happened
 */
public record MailDelivery(
    String id,
    String notification,
    DeliveryState state,
    String eventType,
    Instant createdAt,
    int attempts,
    @Nullable Instant deadAt,
    @Nullable String lastError,
    String body) {}
