package org.comuta.identity;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with bcrypt and compares them in constant time. One hash costs a core some 200
 * ms on purpose, so only a few are computed at once: guessing passwords must not slow down calls.
 * Any thread.
 */
final class PasswordHasher {
  /** What came of a comparison. */
  enum Verdict {
    MATCHES,
    DIFFERS,
    /** Too many others were waiting; nothing was compared. */
    BUSY
  }

  private final int cost;
  private final long longestWaitMillis;
  private final Semaphore turns;
  private final String hashOfNobody;

  PasswordHasher(int cost, int atOnce, long longestWaitMillis) {
    this.cost = cost;
    this.longestWaitMillis = longestWaitMillis;
    this.turns = new Semaphore(atOnce, true);
    this.hashOfNobody = hash("of a user that does not exist");
  }

  String hash(String password) {
    byte[] octets = password.getBytes(StandardCharsets.UTF_8);
    try {
      return new String(BCrypt.withDefaults().hash(cost, octets), StandardCharsets.US_ASCII);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /**
   * Compares. It takes as long for a user that does not exist, so that time does not tell who does.
   *
   * @param hash null when there is no such user; never matches
   */
  Verdict verify(String password, @Nullable String hash) throws InterruptedException {
    byte[] octets = password.getBytes(StandardCharsets.UTF_8);
    byte[] compared =
        octets.length > PasswordRules.LONGEST
            ? Arrays.copyOf(octets, PasswordRules.LONGEST)
            : octets;
    if (!turns.tryAcquire(longestWaitMillis, TimeUnit.MILLISECONDS)) {
      return Verdict.BUSY;
    }
    try {
      boolean same =
          BCrypt.verifyer()
              .verify(
                  compared,
                  (hash == null ? hashOfNobody : hash).getBytes(StandardCharsets.US_ASCII))
              .verified;
      // No password was ever kept that is longer than what is compared.
      boolean matches = same && hash != null && compared.length == octets.length;
      return matches ? Verdict.MATCHES : Verdict.DIFFERS;
    } finally {
      turns.release();
      Arrays.fill(octets, (byte) 0);
      Arrays.fill(compared, (byte) 0);
    }
  }
}
