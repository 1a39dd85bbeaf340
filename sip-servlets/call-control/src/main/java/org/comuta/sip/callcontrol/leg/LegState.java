package org.comuta.sip.callcontrol.leg;

/** States of one dialog of a call; {@link #ENDED} is terminal. */
public enum LegState {
  /** INVITE received or sent; no answer yet. */
  CALLING,
  /** Rings, or plays early media. */
  EARLY,
  /** Answered with 2xx; the ACK is missing. */
  ANSWERED,
  /** Answered and acknowledged. */
  CONFIRMED,
  /** Given up before the final response came; only an outgoing leg is ever so. */
  CANCELLING,
  /** Ended from our side, but must wait for the ACK before its BYE; only an incoming leg. */
  ENDING,
  /** BYE sent, and not yet answered. */
  LEAVING,
  /** Over. */
  ENDED
}
