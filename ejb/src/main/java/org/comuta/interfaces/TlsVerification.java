package org.comuta.interfaces;

/** Whose certificates are verified where SIP goes over TLS. */
public enum TlsVerification {
  /**
   * Nobody's: messages are encrypted, but whoever is on the way may pretend to be the other side.
   */
  NONE,
  /**
   * That of a neighbour we connect to: an authority that is trusted has to vouch for it, and it has
   * to bear the name of the neighbour (RFC 5922).
   */
  SERVER,
  /** That of whoever connects to us too (mutual TLS). */
  MUTUAL
}
