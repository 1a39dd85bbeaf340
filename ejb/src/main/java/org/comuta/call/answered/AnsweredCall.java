package org.comuta.call.answered;

import java.time.Instant;
import org.comuta.call.RelayedMedia;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to go on with an answered call in another process.
 *
 * @param endsAt when the longest call is reached; null for no limit
 * @param media how its media is relayed; null when media bypass the exchange
 */
public record AnsweredCall(
    CallSoFar soFar,
    AnsweredLeg caller,
    AnsweredLeg called,
    @Nullable Instant endsAt,
    @Nullable RelayedMedia media) {}
