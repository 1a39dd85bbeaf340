package org.comuta.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of sign-in as of now, read again every few seconds because another node may have
 * changed them. While the database is away, those read last count. Any thread.
 */
final class CurrentPolicy implements Supplier<SignInPolicy> {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentPolicy.class);

  private record Read(SignInPolicy policy, Instant at) {}

  private final PolicyStore store;
  private final Duration kept;
  private final Clock clock;
  private volatile @Nullable Read read;

  CurrentPolicy(PolicyStore store, Duration kept, Clock clock) {
    this.store = store;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public SignInPolicy get() {
    Read last = read;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.at().plus(kept))) {
      return last.policy();
    }
    try {
      SignInPolicy policy = store.load();
      read = new Read(policy, now);
      return policy;
    } catch (Sql.DatabaseException away) {
      if (last == null) {
        throw away;
      }
      LOG.warn("The rules of sign-in cannot be read again: {}", away.toString());
      return last.policy();
    }
  }

  /** To be called when it was changed here. */
  void forget() {
    read = null;
  }
}
