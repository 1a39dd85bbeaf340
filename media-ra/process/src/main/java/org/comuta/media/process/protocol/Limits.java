package org.comuta.media.process.protocol;

/** How large a message may be. Both ends hold to it, so neither can fill the other's memory. */
public final class Limits {
  /** Octets of a frame, its length not counted: a claim of some 60,000 calls. */
  public static final int FRAME_OCTETS = 4 * 1024 * 1024;

  /** Octets of a text in UTF-8. */
  public static final int TEXT_OCTETS = 1024;

  /** Calls in one claim. */
  public static final int CLAIMED_CALLS = 60_000;

  static final int LINES = 16;
  static final int FORMATS = 128;
  static final int ADDRESSES = 64;

  private Limits() {}
}
