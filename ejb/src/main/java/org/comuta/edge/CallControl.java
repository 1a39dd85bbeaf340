package org.comuta.edge;

/** What the rest of the exchange may ask of call control, whatever the protocol. Any thread. */
public interface CallControl {
  /** Ends a live call, in order with what else happens to it. False when there is no such call. */
  boolean hangUp(String callId);
}
