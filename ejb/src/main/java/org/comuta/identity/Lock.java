package org.comuta.identity;

import java.time.Instant;

/**
 * A sign-in that is locked for a while because of wrong passwords.
 *
 * @param user name that was tried, of a user or of nobody; empty where it holds for everybody
 * @param address empty where it holds wherever
 */
public record Lock(
    String id, LockKind kind, String user, String address, Instant since, Instant until) {}
