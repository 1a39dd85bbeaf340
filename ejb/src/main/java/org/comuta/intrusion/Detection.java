package org.comuta.intrusion;

/** What an address is watched for. */
public enum Detection {
  /** Requests from where no NAP is. */
  UNKNOWN_SOURCE,
  /** Messages that cannot be understood, and connections over TLS that do not come about. */
  MALFORMED,
  /** Messages, whatever they are. */
  FLOOD
}
