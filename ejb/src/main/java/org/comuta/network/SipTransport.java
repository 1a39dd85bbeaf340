package org.comuta.network;

/** Transport of SIP messages, RFC 3261 section 18. */
public enum SipTransport {
  UDP,
  TCP
}
