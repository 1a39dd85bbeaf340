package org.comuta.identity;

import java.time.Instant;

/**
 * Somebody signed in to the portal.
 *
 * @param id identity, which grants nothing: the browser has another secret
 * @param address address of the peer at sign-in
 * @param client what the browser says it is; may be empty
 * @param lastSeenAt last request that the person made; pages that refresh themselves do not count
 */
public record PortalSession(
    String id,
    String userName,
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
    return new PortalSession(id, userName, address, client, startedAt, at);
  }
}
