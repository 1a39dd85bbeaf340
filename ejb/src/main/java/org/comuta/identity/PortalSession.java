package org.comuta.identity;

import java.time.Instant;

/**
 * Somebody signed in to the portal or to the command line.
 *
 * @param id identity, which grants nothing: the browser has another secret
 * @param address address of the peer at sign-in
 * @param kind what they signed in to
 * @param client what the browser, or the client of SSH, says it is; may be empty
 * @param lastSeenAt last request that the person made; pages that refresh themselves do not count
 */
public record PortalSession(
    String id,
    String userName,
    SessionKind kind,
    String address,
    String client,
    Instant startedAt,
    Instant lastSeenAt) {

  /** When it ends by the rules, if nothing more is asked for. */
  Instant endsAt(SignInPolicy policy) {
    Instant idle = lastSeenAt.plus(policy.idle());
    Instant longest = startedAt.plus(policy.longest());
    return idle.isBefore(longest) ? idle : longest;
  }

  PortalSession seen(Instant at) {
    return new PortalSession(id, userName, kind, address, client, startedAt, at);
  }
}
