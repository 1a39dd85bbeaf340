package org.comuta.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords, RFC 6238 over RFC 4226. Immutable; any thread.
 *
 * @param algorithm name of the keyed hash, such as {@code HmacSHA1}
 * @param digits of a code
 * @param step how long a code is the one of the moment
 */
record Totp(String algorithm, int digits, Duration step) {
  /** What the usual apps on telephones do, whatever they are asked for. */
  static final Totp USUAL = new Totp("HmacSHA1", 6, Duration.ofSeconds(30));

  /** Steps that a clock may be behind or ahead, RFC 6238 section 5.2. */
  private static final int STEPS_ASIDE = 1;

  /** The number of the step at a moment, from 1970. */
  long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), step.toSeconds());
  }

  /** The code of a step, with its leading zeros. */
  String code(byte[] key, long stepNumber) {
    byte[] hash;
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(stepNumber).array());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has " + algorithm, missing);
    }
    // Dynamic truncation, RFC 4226 section 5.3.
    int offset = hash[hash.length - 1] & 0x0f;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    long modulus = 1;
    for (int i = 0; i < digits; i++) {
      modulus *= 10;
    }
    return ("%0" + digits + "d").formatted(number % modulus);
  }

  /**
   * The step whose code this is: that of the moment, or the one beside it; none when it is none of
   * them, or not after the last one used, so that a code counts once.
   *
   * @param lastUsed number of the step last used
   */
  OptionalLong match(byte[] key, String code, Instant moment, long lastUsed) {
    long now = stepAt(moment);
    for (long candidate = now - STEPS_ASIDE; candidate <= now + STEPS_ASIDE; candidate++) {
      if (candidate > lastUsed && SecretCodes.areEqual(code(key, candidate), code)) {
        return OptionalLong.of(candidate);
      }
    }
    return OptionalLong.empty();
  }
}
