package org.comuta.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comuta.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when and from where tokens are used, each at most once in a while: a program may ask
 * a hundred times a second. Memory is bounded. Any thread.
 */
final class TokenUses {
  private static final Logger LOG = LoggerFactory.getLogger(TokenUses.class);

  private final TokenStore store;
  private final Duration between;
  private final Map<String, Instant> written;

  /**
   * @param between shortest time between two writes of one token
   * @param most tokens remembered; one that is forgotten may be written sooner
   */
  TokenUses(TokenStore store, Duration between, int most) {
    this.store = store;
    this.between = between;
    this.written =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > most;
          }
        };
  }

  /** A token was used. That it cannot be written down is no reason to refuse it. */
  void used(String id, String address, Instant now) {
    if (!isDue(id, now)) {
      return;
    }
    try {
      store.used(id, now, address);
    } catch (Sql.DatabaseException away) {
      LOG.warn("The use of token {} cannot be written down: {}", id, away.toString());
    }
  }

  private synchronized boolean isDue(String id, Instant now) {
    Instant last = written.get(id);
    if (last != null && now.isBefore(last.plus(between))) {
      return false;
    }
    written.put(id, now);
    return true;
  }
}
