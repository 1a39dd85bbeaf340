package org.comuta.rest;

import java.time.Instant;
import org.comuta.call.CallState;
import org.comuta.call.CallView;
import org.comuta.nap.MediaMode;
import org.jspecify.annotations.Nullable;

/**
 * A live call in the list of them.
 *
 * @param outdated whether a newer revision than its own is live
 * @param mediaMode how its media goes; null before the first try
 */
record ListedCallView(
    String callId,
    CallState state,
    long revision,
    boolean outdated,
    Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable String originNap,
    @Nullable String destinationNap,
    @Nullable String route,
    String callingNumber,
    String calledNumber,
    @Nullable MediaMode mediaMode) {

  static ListedCallView of(CallView call, long liveRevision) {
    return new ListedCallView(
        call.callId(),
        call.state(),
        call.revision(),
        call.revision() < liveRevision,
        call.startedAt(),
        call.answeredAt(),
        call.originNap(),
        call.destinationNap(),
        call.route(),
        call.callingNumber(),
        call.calledNumber(),
        call.mediaMode());
  }
}
