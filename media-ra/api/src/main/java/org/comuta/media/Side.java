package org.comuta.media;

/** The two sides of a call, as the exchange sees them. */
public enum Side {
  CALLER,
  CALLED;

  public Side other() {
    return this == CALLER ? CALLED : CALLER;
  }
}
