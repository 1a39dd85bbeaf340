package org.comuta.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at one destination, as it ended.
 *
 * @param number 1 for the first
 * @param protocolCallId Call-ID of the outgoing dialog; null when no message was sent
 * @param release how it ended; an answered attempt ends with its call
 */
public record AttemptRecord(
    int number,
    String route,
    String destinationNap,
    String callingNumber,
    String calledNumber,
    @Nullable String protocolCallId,
    Instant startedAt,
    @Nullable Instant ringingAt,
    @Nullable Instant answeredAt,
    Instant endedAt,
    Release release) {}
