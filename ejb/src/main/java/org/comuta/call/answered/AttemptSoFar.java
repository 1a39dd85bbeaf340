package org.comuta.call.answered;

import java.time.Instant;
import org.comuta.call.Release;
import org.jspecify.annotations.Nullable;

/**
 * One try at one destination as far as it has come; the fields are those of its record.
 *
 * @param endedAt null while it lasts
 * @param release null while it lasts
 */
public record AttemptSoFar(
    int number,
    String route,
    String destinationNap,
    String callingNumber,
    String calledNumber,
    @Nullable String protocolCallId,
    Instant startedAt,
    @Nullable Instant ringingAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable Release release) {}
