package org.comuta.certificate;

/** Why others may not accept a certificate of ours, the worst first. */
public enum ChainProblem {
  /** Its time is over. */
  EXPIRED,
  /** Its time has not begun. */
  NOT_YET_VALID,
  /** The time of an authority's certificate in the chain is over. */
  AUTHORITY_EXPIRED,
  /** Certificates between it and an authority are missing. */
  INCOMPLETE,
  /** The chain is complete, and ends with an authority that is not trusted here. */
  UNTRUSTED,
  /** Nobody but itself vouches for it. */
  SELF_SIGNED,
  /** It names no host and no address, which browsers want. */
  NO_NAMES,
  /** Its time is over within 30 days. */
  EXPIRES_SOON
}
