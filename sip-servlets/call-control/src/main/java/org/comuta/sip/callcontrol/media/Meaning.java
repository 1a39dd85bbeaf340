package org.comuta.sip.callcontrol.media;

/** What a session description is (RFC 3264). */
public enum Meaning {
  OFFER,
  ANSWER
}
