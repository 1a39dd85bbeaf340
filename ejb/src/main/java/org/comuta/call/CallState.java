package org.comuta.call;

/** States of a call; {@link #ENDED} is terminal. */
public enum CallState {
  /** Received, not yet sent on. */
  ROUTING,
  /** Sent to a destination that has not answered. */
  CALLING,
  /** The destination rings (180) or plays early media (183). */
  RINGING,
  /** Answered. */
  ANSWERED,
  /** Ended; its record is in the journal. */
  ENDED
}
