package org.comuta.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** Public keys of users: adds them and knows them again. Any thread; the caller's transaction. */
final class SshKeys {
  /** Most keys of a user. */
  static final int MOST = 50;

  /** What adding a key came to: the key, or what is wrong with it. */
  record Added(@Nullable SshKey key, List<Problem> problems) {}

  private final SshKeyStore store;
  private final Clock clock;

  SshKeys(SshKeyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  List<SshKey> of(String userName) {
    return store.of(userName);
  }

  @Nullable SshKey find(String id) {
    return store.find(id);
  }

  /**
   * Adds a key to a user, who must exist.
   *
   * @param line as OpenSSH writes it
   * @param description for people; the comment of the line where it is empty
   */
  Added add(String userName, String line, String description) {
    if (description.length() > SshPublicKey.LONGEST_COMMENT
        || description.chars().anyMatch(Character::isISOControl)) {
      return refused("description", "length", "must be printable text of at most 255 characters.");
    }
    SshPublicKey.Reading reading = SshPublicKey.read(line);
    SshPublicKey key = reading.key();
    if (key == null) {
      return new Added(null, reading.problems());
    }
    List<SshKey> there = store.of(userName);
    if (there.stream().anyMatch(one -> one.fingerprint().equals(key.fingerprint()))) {
      return refused("key", "conflict", "is one that this user has already.");
    }
    if (there.size() >= MOST) {
      return refused("key", "limit", "would be one more than the 50 that a user may have.");
    }
    SshKey made =
        new SshKey(
            UUID.randomUUID().toString(),
            userName,
            key.type(),
            key.fingerprint(),
            description.isBlank() ? key.comment() : description.strip(),
            now(),
            null,
            null);
    store.insert(made, key.encoded());
    return new Added(made, List.of());
  }

  /** Whether a user has the key that a client presents, RFC 4253 section 6.6. */
  @Nullable SshKey known(String userName, byte[] presented) {
    return store.find(
        userName,
        SshPublicKey.fingerprint(presented),
        Base64.getEncoder().encodeToString(presented));
  }

  /** Writes down that somebody signed in with it. */
  void used(SshKey key, String address) {
    store.used(key.id(), now(), address);
  }

  boolean remove(SshKey key) {
    return store.delete(key.id());
  }

  private static Added refused(String field, String code, String what) {
    return new Added(null, List.of(new Problem(field, code, field + " " + what)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
