package org.comuta.call;

import java.time.Instant;
import org.comuta.nap.MediaMode;
import org.jspecify.annotations.Nullable;

/**
 * A live call as others may see it at one moment; the words of the API.
 *
 * @param mediaMode how its media goes; null before the first try
 */
public record CallView(
    String callId,
    CallState state,
    long revision,
    Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable String originNap,
    @Nullable String destinationNap,
    @Nullable String route,
    String callingNumber,
    String calledNumber,
    @Nullable MediaMode mediaMode) {}
