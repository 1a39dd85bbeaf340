package org.comuta.rest;

import java.time.Instant;
import org.comuta.call.CallState;
import org.comuta.call.CallView;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.nap.MediaMode;
import org.jspecify.annotations.Nullable;

/**
 * A live call with how its media is at this moment, in the words of its later record.
 *
 * @param outdated whether a newer revision than its own is live
 * @param mediaMode how its media goes; null before the first try
 * @param originMedia null when nobody measures it
 * @param destinationMedia likewise
 */
record LiveCallView(
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
    @Nullable MediaMode mediaMode,
    @Nullable LegMedia originMedia,
    @Nullable LegMedia destinationMedia) {

  static LiveCallView of(CallView call, long liveRevision, @Nullable MediaRecord media) {
    return new LiveCallView(
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
        call.mediaMode(),
        media == null ? null : media.origin(),
        media == null ? null : media.destination());
  }
}
