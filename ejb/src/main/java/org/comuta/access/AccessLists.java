package org.comuta.access;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose address is let in, asked through {@link Entrance}. A trial ends here by itself, even while
 * the database is away. Before it has been told anything it lets in this machine only. Any thread;
 * never blocks.
 */
public final class AccessLists {
  private record Live(
      AccessMatcher confirmed,
      @Nullable AccessMatcher trial,
      long untilMillis,
      AccessState state) {}

  private static final AccessMatcher NOBODY =
      new AccessMatcher(new AccessRules(AccessRules.SHIPPED.rules(), Action.DENY));

  private final Clock clock;
  private final RefusedSources refused;
  private volatile @Nullable Live live;

  /**
   * @param refused where refusals are counted
   */
  public AccessLists(Clock clock, RefusedSources refused) {
    this.clock = clock;
    this.refused = refused;
  }

  /** Whether this address is let in to the service; a refusal is counted. */
  public boolean permits(Service service, InetAddress address) {
    boolean permitted = inEffect().permits(service, address);
    if (!permitted) {
      refused.count(service, address);
    }
    return permitted;
  }

  /** How it would be decided, without counting. */
  public AccessMatcher.Verdict decide(Service service, InetAddress address) {
    return inEffect().decide(service, address);
  }

  /** Those that were refused lately. */
  public RefusedSources refused() {
    return refused;
  }

  private AccessMatcher inEffect() {
    Live now = live;
    if (now == null) {
      return NOBODY;
    }
    return now.trial() != null && clock.millis() < now.untilMillis()
        ? now.trial()
        : now.confirmed();
  }

  /** What counts from now on. */
  void publish(AccessState state) {
    Live before = live;
    if (before != null && before.state().equals(state)) {
      return;
    }
    AccessMatcher confirmed =
        before != null && before.state().confirmed().equals(state.confirmed())
            ? before.confirmed()
            : new AccessMatcher(state.confirmed());
    Trial trial = state.trial();
    live =
        new Live(
            confirmed,
            trial == null ? null : new AccessMatcher(trial.rules()),
            trial == null ? 0 : trial.until().toEpochMilli(),
            state);
  }

  /** How the lists stood when they were looked at last, a few seconds ago at most. */
  public AccessState state() {
    Live now = live;
    return now == null ? new AccessState(0, AccessRules.SHIPPED, null) : now.state();
  }

  /** The clock trials run by. */
  Instant now() {
    return clock.instant();
  }
}
