package org.comuta.network;

/** Transport of SIP messages, RFC 3261 section 18. */
public enum SipTransport {
  UDP,
  TCP,
  /** TLS over TCP (RFC 3261 section 26). */
  TLS;

  /** Whether it has connections, of which the sender's port says nothing of where it listens. */
  public boolean hasConnections() {
    return this != UDP;
  }

  /** Where SIP listens when nothing else is said (RFC 3261 section 19.1.2). */
  public int defaultPort() {
    return this == TLS ? 5061 : 5060;
  }
}
