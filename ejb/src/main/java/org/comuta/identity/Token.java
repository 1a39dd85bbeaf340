package org.comuta.identity;

import java.time.Instant;

/**
 * A bearer token (RFC 6750) of a user, without its secret, which is told once, when it is made.
 *
 * @param id identity, which grants nothing
 * @param expiresAt from then on it is refused
 */
public record Token(
    String id, String userName, String description, Instant createdAt, Instant expiresAt) {}
