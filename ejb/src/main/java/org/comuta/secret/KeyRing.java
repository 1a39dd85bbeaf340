package org.comuta.secret;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys there are: the newest seals, all open. Immutable.
 *
 * @param keys the newest last; at least one
 */
record KeyRing(List<Key> keys) {
  /**
   * A key.
   *
   * @param id tells which key sealed something; not secret
   * @param secret of AES-256
   */
  record Key(String id, Instant createdAt, SecretKeySpec secret) {
    static Key of(String id, Instant createdAt, byte[] octets) {
      if (octets.length != OCTETS) {
        throw new IllegalArgumentException("A key has 32 octets, not " + octets.length);
      }
      return new Key(id, createdAt, new SecretKeySpec(octets, "AES"));
    }

    static Key random(Instant now) {
      byte[] id = new byte[ID_OCTETS];
      byte[] octets = new byte[OCTETS];
      RANDOM.nextBytes(id);
      RANDOM.nextBytes(octets);
      return of(HexFormat.of().formatHex(id), now.truncatedTo(ChronoUnit.SECONDS), octets);
    }

    /** Without the secret, so that it never reaches a log. */
    @Override
    public String toString() {
      return "Key[id=" + id + "]";
    }
  }

  private static final int OCTETS = 32;
  private static final int ID_OCTETS = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  KeyRing {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A ring without a key");
    }
    if (keys.stream().map(Key::id).distinct().count() != keys.size()) {
      throw new IllegalArgumentException("Two keys have the same id");
    }
  }

  static KeyRing first(Instant now) {
    return new KeyRing(List.of(Key.random(now)));
  }

  /** With a new key, which seals from now on. */
  KeyRing rotated(Instant now) {
    List<Key> more = new ArrayList<>(keys);
    more.add(Key.random(now));
    return new KeyRing(more);
  }

  Key current() {
    return keys.getLast();
  }

  @Nullable Key find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst().orElse(null);
  }
}
