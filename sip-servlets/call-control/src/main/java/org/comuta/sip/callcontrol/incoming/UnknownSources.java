package org.comuta.sip.callcontrol.incoming;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.comuta.nap.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of senders that are no NAP: each address once a minute, however many there are. Any
 * thread.
 */
public final class UnknownSources {
  static final int MOST = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(UnknownSources.class);
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanoTime;
  private final Map<String, Long> told = new LinkedHashMap<>();

  /**
   * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime}
   */
  public UnknownSources(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A request of this method came from an unknown source. */
  void met(Source source, String method) {
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
