package org.comuta.media.engine.relay;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one relay thread has done since it began. It alone counts; any thread may read, and sees a
 * recent value.
 */
public final class Counters {
  final AtomicLong packets = new AtomicLong();
  final AtomicLong octets = new AtomicLong();
  final AtomicLong strangers = new AtomicLong();
  final AtomicLong malformed = new AtomicLong();
  final AtomicLong excess = new AtomicLong();
  final AtomicLong unsent = new AtomicLong();
  final AtomicLong calls = new AtomicLong();
  final AtomicLong orphansEnded = new AtomicLong();
  final AtomicLong faults = new AtomicLong();

  /** Adds without the cost of an atomic operation: only the owning thread may. */
  static void add(AtomicLong counter, long count) {
    counter.setOpaque(counter.getPlain() + count);
  }

  /** Packets passed on, RTCP included. */
  public long packets() {
    return packets.getOpaque();
  }

  public long octets() {
    return octets.getOpaque();
  }

  public long strangers() {
    return strangers.getOpaque();
  }

  public long malformed() {
    return malformed.getOpaque();
  }

  /** Packets of a source that sent more than any telephone does. */
  public long excess() {
    return excess.getOpaque();
  }

  /** Packets that the operating system did not take. */
  public long unsent() {
    return unsent.getOpaque();
  }

  public long calls() {
    return calls.getOpaque();
  }

  public long orphansEnded() {
    return orphansEnded.getOpaque();
  }

  /** Errors of ours that a relay thread survived. */
  public long faults() {
    return faults.getOpaque();
  }
}
