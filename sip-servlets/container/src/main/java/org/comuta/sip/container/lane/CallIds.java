package org.comuta.sip.container.lane;

import java.security.SecureRandom;
import java.util.Base64;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.Lanes;

/**
 * Which lane a Call-ID belongs to. A foreign one is hashed. One of ours names the lane of the call
 * it was made for, so that both legs meet on one lane although their Call-IDs differ; it tells
 * nothing else. A foreign Call-ID of the same form merely chooses its lane.
 *
 * <p>Ours are 22 random characters (132 bits), a dot, and the lane as two hexadecimal digits.
 */
public final class CallIds {

  private static final int RANDOM_CHARS = 22;
  private static final int LENGTH = RANDOM_CHARS + 3;
  private static final int MASK = Lanes.COUNT - 1;
  private static final int BATCH_OCTETS = 17 * 64;

  private final Batch[] batches = new Batch[Lanes.COUNT];

  CallIds() {
    for (int i = 0; i < batches.length; i++) {
      batches[i] = new Batch();
    }
  }

  /** A new Call-ID for this lane; nobody can guess it. */
  public String generate(Lane lane) {
    byte[] random = batches[lane.number()].next17();
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return text.substring(0, RANDOM_CHARS)
        + '.'
        + Character.forDigit(lane.number() >> 4, 16)
        + Character.forDigit(lane.number() & 15, 16);
  }

  /** The number of the lane for this Call-ID. */
  public static int laneOf(String callId) {
    int length = callId.length();
    if (length == LENGTH && callId.charAt(RANDOM_CHARS) == '.') {
      int named = named(callId.charAt(LENGTH - 2), callId.charAt(LENGTH - 1));
      if (named >= 0) {
        return named;
      }
    }
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + (callId.charAt(i) & 0xff);
    }
    return mix(hash);
  }

  /** The same for a Call-ID still in its message: {@code length} octets from {@code start}. */
  public static int laneOf(byte[] message, int start, int length) {
    if (length == LENGTH && message[start + RANDOM_CHARS] == '.') {
      int end = start + LENGTH;
      int named = named((char) message[end - 2], (char) message[end - 1]);
      if (named >= 0) {
        return named;
      }
    }
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + (message[i] & 0xff);
    }
    return mix(hash);
  }

  private static int named(char high, char low) {
    int value = Character.digit(high, 16) * 16 + Character.digit(low, 16);
    return Character.digit(low, 16) >= 0 && value >= 0 && value < Lanes.COUNT ? value : -1;
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 16)) & MASK;
  }

  /**
   * Draws from the secure generator in large pieces, because its lock is one for the whole process;
   * a batch is hardly ever asked by two threads at once.
   */
  private static final class Batch {

    private final SecureRandom random = new SecureRandom();
    private final byte[] octets = new byte[BATCH_OCTETS];
    private int used = BATCH_OCTETS;

    synchronized byte[] next17() {
      if (used == BATCH_OCTETS) {
        random.nextBytes(octets);
        used = 0;
      }
      byte[] piece = new byte[17];
      System.arraycopy(octets, used, piece, 0, piece.length);
      used += piece.length;
      return piece;
    }
  }
}
