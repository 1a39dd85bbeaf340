package org.comuta.media.engine;

import java.time.Duration;

/**
 * How an engine is made; immutable.
 *
 * @param threads relay threads, each owning its calls; 1 to 64
 * @param firstPort lowest port of the range, even
 * @param lastPort highest port of the range, odd
 * @param transport how the network is reached
 * @param orphanLimit how long a call is kept whose asker went away and that nobody claims
 * @param relearnAfter how long a learned source must have been silent before its stream may go on
 *     from another port or address
 * @param gathering under load, a relay thread wakes at most once in this time and then takes all
 *     that has come: the most that is added to a packet's delay. Zero: wake for each packet
 * @param receiveBuffer of each socket, in octets as the kernel counts them
 * @param maximumSockets that all calls together may hold
 */
public record EngineSettings(
    int threads,
    int firstPort,
    int lastPort,
    Transport transport,
    Duration orphanLimit,
    Duration relearnAfter,
    Duration gathering,
    int receiveBuffer,
    int maximumSockets) {

  /** How the network is reached. */
  public enum Transport {
    /** {@link #NATIVE} where the machine has it, else {@link #NIO}. */
    AUTOMATIC,
    /** epoll and non-blocking socket calls of Linux, by java.lang.foreign. */
    NATIVE,
    /** java.nio: everywhere, at some cost. */
    NIO
  }

  public EngineSettings {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads: 1 to 64");
    }
    if (firstPort < 1024 || firstPort % 2 != 0 || lastPort > 65535 || lastPort % 2 != 1) {
      throw new IllegalArgumentException(
          "ports: from an even one above 1023 to an odd one, at most 65535");
    }
    if (lastPort <= firstPort) {
      throw new IllegalArgumentException("ports: the last lies below the first");
    }
    if (orphanLimit.isNegative() || relearnAfter.isNegative() || gathering.isNegative()) {
      throw new IllegalArgumentException("times are not negative");
    }
    if (gathering.compareTo(Duration.ofMillis(20)) > 0) {
      throw new IllegalArgumentException("gathering: at most 20 ms");
    }
    if (receiveBuffer < 2048 || maximumSockets < 1) {
      throw new IllegalArgumentException("receiveBuffer: from 2048; maximumSockets: from 1");
    }
  }

  /** A thread a core, ports 20000 to 29999, orphans kept for 60 s. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        Math.min(64, Runtime.getRuntime().availableProcessors()),
        20_000,
        29_999,
        Transport.AUTOMATIC,
        Duration.ofSeconds(60),
        Duration.ofSeconds(3),
        Duration.ofNanos(500_000),
        512 * 1024,
        Integer.MAX_VALUE);
  }

  public EngineSettings withThreads(int count) {
    return new EngineSettings(
        count,
        firstPort,
        lastPort,
        transport,
        orphanLimit,
        relearnAfter,
        gathering,
        receiveBuffer,
        maximumSockets);
  }

  public EngineSettings withPorts(int first, int last) {
    return new EngineSettings(
        threads,
        first,
        last,
        transport,
        orphanLimit,
        relearnAfter,
        gathering,
        receiveBuffer,
        maximumSockets);
  }

  public EngineSettings withTransport(Transport kind) {
    return new EngineSettings(
        threads,
        firstPort,
        lastPort,
        kind,
        orphanLimit,
        relearnAfter,
        gathering,
        receiveBuffer,
        maximumSockets);
  }

  public EngineSettings withOrphanLimit(Duration limit) {
    return new EngineSettings(
        threads,
        firstPort,
        lastPort,
        transport,
        limit,
        relearnAfter,
        gathering,
        receiveBuffer,
        maximumSockets);
  }

  public EngineSettings withRelearnAfter(Duration silence) {
    return new EngineSettings(
        threads,
        firstPort,
        lastPort,
        transport,
        orphanLimit,
        silence,
        gathering,
        receiveBuffer,
        maximumSockets);
  }

  public EngineSettings withGathering(Duration time) {
    return new EngineSettings(
        threads,
        firstPort,
        lastPort,
        transport,
        orphanLimit,
        relearnAfter,
        time,
        receiveBuffer,
        maximumSockets);
  }

  public EngineSettings withMaximumSockets(int count) {
    return new EngineSettings(
        threads,
        firstPort,
        lastPort,
        transport,
        orphanLimit,
        relearnAfter,
        gathering,
        receiveBuffer,
        count);
  }
}
