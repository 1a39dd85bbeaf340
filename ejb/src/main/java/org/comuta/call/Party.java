package org.comuta.call;

/** Who ended a call. */
public enum Party {
  /** The side that sent the call to us. */
  CALLER,
  /** The side we sent the call to. */
  CALLED,
  /** The exchange: a limit, a time-out, no route, a restart. */
  EXCHANGE,
  /** A person, through portal or API. */
  ADMINISTRATOR
}
