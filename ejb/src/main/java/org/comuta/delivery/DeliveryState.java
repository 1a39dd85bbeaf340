package org.comuta.delivery;

/** What becomes of an event that is to be delivered. */
public enum DeliveryState {
  WAITING,
  /** Given up. */
  DEAD
}
