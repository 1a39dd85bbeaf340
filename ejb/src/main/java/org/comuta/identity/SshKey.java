package org.comuta.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key that a user signs in with over SSH; the words of the API.
 *
 * @param id identity, which grants nothing
 * @param type word of SSH for its type, such as {@code ssh-ed25519}
 * @param fingerprint SHA-256 of it, as {@code ssh-keygen -l} shows it
 * @param description for people; may be empty
 * @param lastUsedAt null when it never was
 * @param lastUsedAddress address of the peer then
 */
public record SshKey(
    String id,
    String userName,
    String type,
    String fingerprint,
    String description,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedAddress) {}
