package org.comuta.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.comuta.identity.provider.EndedThere;
import org.comuta.identity.provider.ProviderPerson;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in to the portal. They are kept in the database, so that each can be seen and ended
 * from everywhere; when one was seen last is known here to the request and written there at most
 * once a minute. Any thread; a change runs in the transaction of the caller.
 */
final class Sessions {
  private static final Duration SEEN_WRITTEN_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_CLIENT = 255;
  private static final int LONGEST_SUBJECT = 1_000;

  private final SessionStore store;
  private final Supplier<SignInPolicy> policy;
  private final String node;
  private final Clock clock;
  private final Map<String, Instant> seenHere = new ConcurrentHashMap<>();

  /**
   * @param node name of this server, unlike that of any other with the same database
   */
  Sessions(SessionStore store, Supplier<SignInPolicy> policy, String node, Clock clock) {
    this.store = store;
    this.policy = policy;
    this.node = node;
    this.clock = clock;
  }

  /** Forgets those of this node from before it was started: no browser can go on with them. */
  void startAnew() {
    store.deleteOfNode(node);
  }

  /** Begins one for a user who has just signed in. */
  PortalSession begin(String userName, SessionKind kind, String address, String client) {
    Instant now = now();
    SignInPolicy rules = policy.get();
    store.deleteStale(
        now.minus(rules.idle()).minus(SEEN_WRITTEN_EVERY), now.minus(rules.longest()));
    PortalSession session =
        new PortalSession(
            UUID.randomUUID().toString(),
            userName,
            kind,
            AuditLog.bounded(address, 64),
            AuditLog.bounded(client, LONGEST_CLIENT),
            now,
            now);
    store.insert(session, node);
    return session;
  }

  /** Begins one for somebody whom a provider has just signed in. */
  PortalSession begin(
      String userName, String address, String client, String provider, ProviderPerson person) {
    PortalSession session = begin(userName, SessionKind.PORTAL, address, client);
    store.link(
        session.id(),
        provider,
        AuditLog.bounded(person.subject(), LONGEST_SUBJECT),
        AuditLog.bounded(person.providerSession(), LONGEST_CLIENT));
    return session;
  }

  /** Ends what a provider has ended; how many. */
  int endThere(String provider, EndedThere ended) {
    return ended.providerSession().isEmpty()
        ? store.deleteOfSubject(provider, ended.subject())
        : store.deleteOfProviderSession(provider, ended.providerSession());
  }

  /**
   * Whose session it is, as of now; null when it has ended, or its user is disabled or gone.
   *
   * @param byPerson whether the person asks, and not a page that refreshes itself
   */
  @Nullable User find(String id, boolean byPerson) {
    SessionStore.Found found = store.findWithUser(id);
    if (found == null) {
      seenHere.remove(id);
      return null;
    }
    Instant now = now();
    PortalSession session = asSeen(found.session());
    if (!found.user().isActive() || !now.isBefore(session.endsAt(policy.get()))) {
      end(id);
      return null;
    }
    if (byPerson) {
      seenHere.put(id, now);
      if (!now.isBefore(found.session().lastSeenAt().plus(SEEN_WRITTEN_EVERY))) {
        store.seen(id, now);
      }
    }
    return found.user();
  }

  /** Those that have not ended, of one user or, with null, of all; the newest first. */
  List<PortalSession> all(@Nullable String userName) {
    Instant now = now();
    SignInPolicy rules = policy.get();
    return store.all(userName).stream()
        .map(this::asSeen)
        .filter(session -> now.isBefore(session.endsAt(rules)))
        .toList();
  }

  @Nullable PortalSession get(String id) {
    PortalSession session = store.find(id);
    return session == null ? null : asSeen(session);
  }

  /** Ends one; false when there was none. */
  boolean end(String id) {
    seenHere.remove(id);
    return store.delete(id);
  }

  /**
   * Ends those of a user.
   *
   * @param except identity of one that goes on; null for none
   * @return how many
   */
  int endAll(String userName, @Nullable String except) {
    return store.deleteOfUser(userName, except);
  }

  private PortalSession asSeen(PortalSession session) {
    Instant seen = seenHere.get(session.id());
    return seen == null || seen.isBefore(session.lastSeenAt()) ? session : session.seen(seen);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
