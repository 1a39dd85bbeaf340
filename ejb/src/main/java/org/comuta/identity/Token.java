package org.comuta.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token (RFC 6750) of a user, without its secret, which is told once, when it is made.
 *
 * @param id identity, which grants nothing
 * @param scope what it may do at most; never more than its user may at that moment
 * @param expiresAt from then on it is refused
 * @param lastUsedAt to the minute; null when it never was
 * @param lastUsedAddress address of the peer then
 */
public record Token(
    String id,
    String userName,
    String description,
    Rights scope,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedAddress) {

  /** What it may do while its user has these rights. */
  Rights rightsWhile(Rights ofUser) {
    return scope.atMost(ofUser);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
