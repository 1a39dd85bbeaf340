package org.comuta.sdp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which way media goes, as the one who tells it sees it (RFC 8866 section 6.7). */
public enum Direction {
  SENDRECV("sendrecv", true, true),
  SENDONLY("sendonly", true, false),
  RECVONLY("recvonly", false, true),
  INACTIVE("inactive", false, false);

  private final String word;
  private final boolean sends;
  private final boolean receives;

  Direction(String word, boolean sends, boolean receives) {
    this.word = word;
    this.sends = sends;
    this.receives = receives;
  }

  static Direction of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }

  /** The direction with this name; empty when it is the name of something else. */
  static Optional<Direction> of(String word) {
    for (Direction direction : values()) {
      if (direction.word.equals(word)) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }

  /** The name of the attribute. */
  public String word() {
    return word;
  }

  public boolean sends() {
    return sends;
  }

  public boolean receives() {
    return receives;
  }

  /** What the other end may do at most when this end does this. */
  public Direction reversed() {
    return of(receives, sends);
  }

  /** What an answer may say to this offer (RFC 3264 section 6.1); without an offer, itself. */
  public Direction answering(@Nullable Direction offer) {
    return offer == null ? this : of(sends && offer.receives, receives && offer.sends);
  }

  /** The same without receiving. */
  Direction deaf() {
    return of(sends, false);
  }
}
