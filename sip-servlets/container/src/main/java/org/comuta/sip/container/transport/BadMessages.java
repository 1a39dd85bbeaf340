package org.comuta.sip.container.transport;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts messages that cannot be understood and handshakes that fail, and writes one line to the
 * log for each source and minute: whoever sends rubbish must not fill the disk.
 */
final class BadMessages {

  private static final Logger LOG = LoggerFactory.getLogger(BadMessages.class);
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int MAX_SOURCES = 1_000;
  private static final int MAX_REASON = 100;
  private static final int TRACES_EACH_MINUTE = 10;

  private final Traffic traffic;
  private final Gate gate;
  private final Map<InetAddress, Boolean> loggedThisMinute = new ConcurrentHashMap<>();
  private final AtomicInteger traces = new AtomicInteger();
  private volatile long minuteBegan = System.nanoTime();

  BadMessages(Traffic traffic, Gate gate) {
    this.traffic = traffic;
    this.gate = gate;
  }

  void note(InetAddress source, String transport, String reason) {
    traffic.malformed();
    gate.malformed(source);
    if (isWorthALine(source)) {
      LOG.warn(
          "Malformed message from {} over {}: {} (further ones this minute only counted)",
          source.getHostAddress(),
          transport,
          printable(reason));
    }
  }

  /** No secure connection came about with this peer. */
  void handshakeFailed(InetAddress peer, String reason) {
    traffic.handshakeFailed();
    gate.malformed(peer);
    if (isWorthALine(peer)) {
      LOG.warn(
          "No connection over TLS with {}: {} (further ones this minute only counted)",
          peer.getHostAddress(),
          printable(reason));
    }
  }

  private boolean isWorthALine(InetAddress source) {
    startMinute();
    return loggedThisMinute.size() < MAX_SOURCES
        && loggedThisMinute.putIfAbsent(source, Boolean.TRUE) == null;
  }

  /** A message that passed all checks, and yet something failed on it: one of our own faults. */
  void failed(InetAddress source, String transport, RuntimeException failure) {
    traffic.malformed();
    startMinute();
    if (traces.incrementAndGet() <= TRACES_EACH_MINUTE) {
      LOG.error(
          "Message from {} over {} could not be processed",
          source.getHostAddress(),
          transport,
          failure);
    }
  }

  private void startMinute() {
    long now = System.nanoTime();
    if (now - minuteBegan > MINUTE_NANOS) {
      minuteBegan = now;
      loggedThisMinute.clear();
      traces.set(0);
    }
  }

  /** What a stranger wrote must not make lines of its own in our log. */
  private static String printable(String reason) {
    String cut = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    return cut.replaceAll("[^\\x20-\\x7e]", ".");
  }
}
