package org.comuta.event;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identities of events: UUID version 7 (RFC 9562 section 5.7) whose twelve bits behind the
 * milliseconds count (its method 1), so that those of one node sort as they were made. Any thread.
 */
public final class EventIds {
  private static final int COUNTER_BITS = 12;

  private final AtomicLong last = new AtomicLong();

  /** A new identity, for a moment in ms since the epoch; later than all before, in any case. */
  public String next(long epochMillis) {
    long earliest = epochMillis << COUNTER_BITS;
    long tick = last.updateAndGet(before -> Math.max(before + 1, earliest));
    long high = (tick >>> COUNTER_BITS << 16) | 0x7000L | (tick & 0xFFF);
    long low =
        (ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
