package org.comuta.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Makes the secret of a token and what is kept of it. The secret has 256 random bits, so a plain
 * SHA-256 keeps it: there is nothing to guess.
 */
final class TokenSecret {
  private static final String PREFIX = "comuta_";
  private static final int OCTETS = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenSecret() {}

  /** A new secret, with a prefix that leak scanners can know it by. */
  static String next() {
    byte[] random = new byte[OCTETS];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** What is kept of it: SHA-256, 64 hexadecimal digits. */
  static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
