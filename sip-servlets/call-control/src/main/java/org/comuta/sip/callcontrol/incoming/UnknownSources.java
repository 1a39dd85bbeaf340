package org.comuta.sip.callcontrol.incoming;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.comuta.intrusion.Detection;
import org.comuta.intrusion.SourceGuard;
import org.comuta.nap.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of senders that are no NAP: each address once a minute, however many there are; and
 * the guard of each time. Any thread.
 */
public final class UnknownSources {
  static final int MOST = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(UnknownSources.class);
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final SourceGuard guard;
  private final LongSupplier nanoTime;
  private final Map<String, Long> told = new LinkedHashMap<>();

  /**
   * @param guard who blocks those that come too often
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  public UnknownSources(SourceGuard guard, LongSupplier nanoTime) {
    this.guard = guard;
    this.nanoTime = nanoTime;
  }

  /** A request of this method came from an unknown source. */
  void met(Source source, String method) {
    guard.met(Detection.UNKNOWN_SOURCE, InetAddress.ofLiteral(source.address()));
    if (worthTelling(source.address())) {
      LOG.warn("{} from unknown source {} refused", method, Sources.text(source));
    }
  }

  /** Whether this address was not told of within the last minute; it then counts as told of. */
  synchronized boolean worthTelling(String address) {
    long now = nanoTime.getAsLong();
    Iterator<Long> oldestFirst = told.values().iterator();
    while (oldestFirst.hasNext() && now - oldestFirst.next() >= QUIET) {
      oldestFirst.remove();
    }
    if (told.size() >= MOST) {
      return false;
    }
    return told.putIfAbsent(address, now) == null;
  }
}
