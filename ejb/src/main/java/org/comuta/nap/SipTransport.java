package org.comuta.nap;

/** Transport of SIP messages, RFC 3261 section 18. */
public enum SipTransport {
  UDP,
  TCP
}
