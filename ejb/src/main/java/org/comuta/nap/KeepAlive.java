package org.comuta.nap;

/** How an exchange learns whether a NAP lives while no call goes there. */
public enum KeepAlive {
  /** Not at all. */
  OFF,
  /** By OPTIONS outside of calls (RFC 3261 section 11). */
  OPTIONS
}
