package org.comuta.call;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identities of calls: UUID version 7 (RFC 9562 section 5.7), so that they sort by the moment the
 * call began. They name calls and grant nothing, so the random part need not be unguessable.
 */
public final class CallIds {
  private CallIds() {}

  /** A new identity, for a call that begins at this moment (ms since the epoch). */
  public static String next(long epochMillis) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (epochMillis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
