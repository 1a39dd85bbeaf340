package org.comuta.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for some seconds what was verified, so that a program that sends its password with
 * every request does not cost a hash each time. Keys are keyed hashes (HMAC-SHA256, RFC 2104) under
 * a key that lives as long as the process: no password can be read from a memory dump. Bounded. Any
 * thread.
 *
 * @param <T> what was learnt
 */
final class VerifiedCredentials<T> {
  private record Verified<T>(T value, Instant until) {}

  private final Duration kept;
  private final SecretKeySpec key;
  private final Map<String, Verified<T>> verified;
  private long generation;

  VerifiedCredentials(Duration kept, int most) {
    this.kept = kept;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
    this.verified =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Verified<T>> eldest) {
            return size() > most;
          }
        };
  }

  /** What was learnt from these credentials; null when it is not known any more. */
  synchronized @Nullable T find(String name, String secret, Instant now) {
    String digest = digest(name, secret);
    Verified<T> found = verified.get(digest);
    if (found == null) {
      return null;
    }
    if (!now.isBefore(found.until())) {
      verified.remove(digest);
      return null;
    }
    return found.value();
  }

  /** To be read before the store is, and given to {@link #put}. */
  synchronized long generation() {
    return generation;
  }

  /** Remembers, unless something changed since that generation. */
  synchronized void put(String name, String secret, T value, Instant now, long readAt) {
    if (readAt == generation) {
      verified.put(digest(name, secret), new Verified<>(value, now.plus(kept)));
    }
  }

  /** Forgets everything: a user or a token changed. */
  synchronized void clear() {
    generation++;
    verified.clear();
  }

  private String digest(String name, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
    }
  }
}
