package org.comuta.media.engine;

import java.util.List;
import java.util.function.ToLongFunction;
import org.comuta.media.engine.relay.Counters;
import org.comuta.media.engine.relay.PortUse;

/**
 * How an engine is doing, since it began.
 *
 * @param portsInUse of all addresses and ranges; two a pair, whether or not both are bound
 * @param fullestRange of the range, at one address, of which the greatest part is taken; the
 *     engine's own while none is
 * @param sockets open
 * @param descriptorLimit that the process may have open; negative when unknown
 * @param usesLinux whether the native transport is used
 */
public record EngineMetrics(
    List<ThreadMetrics> threads,
    int portsInUse,
    PortUse fullestRange,
    int sockets,
    long descriptorLimit,
    boolean usesLinux) {
  public EngineMetrics {
    threads = List.copyOf(threads);
  }

  /**
   * Of one relay thread.
   *
   * @param packetsRelayed RTCP included
   * @param octetsRelayed without the headers of UDP
   * @param strangersDropped packets from somebody else than the side
   * @param malformedDropped packets that were not what the line carries, or too long
   * @param excessDropped packets of sides that sent more than any telephone does
   * @param unsent packets that the operating system did not take
   * @param calls held now
   * @param orphansEnded calls ended because nobody claimed them
   * @param faults errors of ours that the thread survived
   * @param processorNanos the thread's time on a processor; negative when unknown
   */
  public record ThreadMetrics(
      long packetsRelayed,
      long octetsRelayed,
      long strangersDropped,
      long malformedDropped,
      long excessDropped,
      long unsent,
      long calls,
      long orphansEnded,
      long faults,
      long processorNanos) {
    static ThreadMetrics of(Counters counters, long processorNanos) {
      return new ThreadMetrics(
          counters.packets(),
          counters.octets(),
          counters.strangers(),
          counters.malformed(),
          counters.excess(),
          counters.unsent(),
          counters.calls(),
          counters.orphansEnded(),
          counters.faults(),
          processorNanos);
    }
  }

  /** Of all threads together, such as {@code total(ThreadMetrics::calls)}. */
  public long total(ToLongFunction<ThreadMetrics> what) {
    return threads.stream().mapToLong(what).sum();
  }
}
