package org.comuta.event;

import org.jspecify.annotations.Nullable;

/** What an event of a call tells in any case. */
public sealed interface CallContent extends EventContent
    permits CallBegun, CallRouted, CallRinging, CallAnswered, CallChanged, CallEnded {
  /** Identity of the call, as in the list of live calls and in its record. */
  String callId();

  /** The NAP it came from; null until that is known. */
  @Nullable String originNap();

  /** The NAP of the current try; null before the first. */
  @Nullable String destinationNap();

  /** As received. */
  String callingNumber();

  /** As received. */
  String calledNumber();
}
