package org.comuta.media;

/**
 * One media line of a call: what it carries and its two ends.
 *
 * @param active false for a line that was refused or taken back: it keeps its place and holds no
 *     port
 */
public record MediaLine(Kind kind, boolean active, MediaSide caller, MediaSide called) {
  /** What a line carries. */
  public enum Kind {
    AUDIO,
    VIDEO,
    /** Datagrams that are not RTP, such as T.38 over UDPTL; passed without statistics of RTP. */
    OTHER
  }

  public MediaSide side(Side side) {
    return side == Side.CALLER ? caller : called;
  }
}
