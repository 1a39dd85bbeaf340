package org.comuta.cause;

/** Whose fault the end of a call was; every {@link Failure} names one. */
public enum Fault {
  /** The calling side: what it sent, or that it gave up. */
  CALLER,
  /** The called side: busy, declined, did not answer. */
  CALLED,
  /** The network between us and the called side. */
  UPSTREAM,
  /** The configuration an administrator applied. */
  CONFIGURATION,
  /** The exchange itself. */
  EXCHANGE
}
