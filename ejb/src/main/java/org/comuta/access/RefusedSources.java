package org.comuta.access;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts who was refused: the latest sources, and how many refusals there were in all. Each source
 * is told to the log once a minute, and of all together no more than some: strangers must fill
 * neither memory nor disk. Any thread.
 */
public final class RefusedSources {
  /** Most sources that are remembered. */
  static final int MOST = 1_000;

  /** Most lines of the log in a minute. */
  static final int MOST_TOLD = 100;

  private static final Logger LOG = LoggerFactory.getLogger(RefusedSources.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private record Source(InetAddress address, Service service) {}

  private static final class Count {
    private final Instant firstAt;
    private Instant lastAt;
    private Instant toldAt = Instant.MIN;
    private long times;

    Count(Instant firstAt) {
      this.firstAt = firstAt;
      lastAt = firstAt;
    }
  }

  private final Clock clock;
  private final Map<Service, Long> totals = new EnumMap<>(Service.class);
  private final Map<Source, Count> sources = new LinkedHashMap<>(16, 0.75f, true);
  private Instant minuteBegan = Instant.MIN;
  private int toldThisMinute;

  public RefusedSources(Clock clock) {
    this.clock = clock;
    for (Service service : Service.values()) {
      totals.put(service, 0L);
    }
  }

  void count(Service service, InetAddress address) {
    if (note(service, address)) {
      LOG.warn(
          "{} refused to {} by the access lists (further ones this minute only counted)",
          service,
          address.getHostAddress());
    }
  }

  /** Counts a refusal; whether it is worth a line in the log. */
  synchronized boolean note(Service service, InetAddress address) {
    Instant now = clock.instant();
    totals.merge(service, 1L, Long::sum);
    Source source = new Source(address, service);
    Count count = sources.get(source);
    if (count == null) {
      if (sources.size() >= MOST) {
        sources.remove(sources.keySet().iterator().next());
      }
      count = new Count(now);
      sources.put(source, count);
    }
    count.times++;
    count.lastAt = now;
    return isWorthTelling(count, now);
  }

  private boolean isWorthTelling(Count count, Instant now) {
    if (isPast(minuteBegan, now)) {
      minuteBegan = now;
      toldThisMinute = 0;
    }
    if (toldThisMinute >= MOST_TOLD || !isPast(count.toldAt, now)) {
      return false;
    }
    count.toldAt = now;
    toldThisMinute++;
    return true;
  }

  private static boolean isPast(Instant moment, Instant now) {
    return moment.equals(Instant.MIN) || !now.isBefore(moment.plus(QUIET));
  }

  /** The sources that are remembered, the latest first. */
  public synchronized List<RefusedSource> latest() {
    return sources.entrySet().stream()
        .map(
            entry ->
                new RefusedSource(
                    entry.getKey().address().getHostAddress(),
                    entry.getKey().service(),
                    entry.getValue().times,
                    entry.getValue().firstAt,
                    entry.getValue().lastAt))
        .toList()
        .reversed();
  }

  /** Refusals since the start, by service. */
  public synchronized Map<Service, Long> totals() {
    return new EnumMap<>(totals);
  }
}
