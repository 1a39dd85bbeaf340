package org.comuta.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the log, once a day and certificate, that it ends soon. Any thread. */
final class LoggedExpiry implements ExpiryWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedExpiry.class);
  private static final Duration QUIET = Duration.ofDays(1);

  private final Clock clock;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  LoggedExpiry(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void endsSoon(String name, Instant end) {
    Instant now = clock.instant();
    Instant last = told.get(name);
    if (last == null || !now.isBefore(last.plus(QUIET))) {
      told.put(name, now);
      LOG.warn("The certificate {} {} at {}.", name, now.isAfter(end) ? "ended" : "ends", end);
    }
  }

  @Override
  public void isFine(String name) {
    told.remove(name);
  }
}
