package org.comuta.nap;

/** How the media of a call goes between its two sides. */
public enum MediaMode {
  /** Directly; the exchange passes the descriptions of both sides. */
  BYPASS,
  /** Through the media engine of the exchange, packet by packet as they are. */
  BRIDGE
}
