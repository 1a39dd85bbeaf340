package org.comuta.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keys of second factors, and the codes for when the device is lost. */
final class SecretCodes {
  /** Octets of a key, as long as the hash of RFC 4226 section 4. */
  private static final int KEY_OCTETS = 20;

  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_OCTETS = 10;
  private static final int GROUP = 4;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretCodes() {}

  static byte[] newKey() {
    return random(KEY_OCTETS);
  }

  /** Ten of them, of 80 random bits each, in groups of four characters. */
  static List<String> newRecoveryCodes() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      codes.add(
          String.join("-", base32(random(RECOVERY_OCTETS)).split("(?<=\\G.{" + GROUP + "})")));
    }
    return codes;
  }

  /** A recovery code as it is kept, however it was typed: there is nothing to guess in 80 bits. */
  static String hashOfRecoveryCode(String typed) {
    return TokenSecret.hash(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
  }

  /** RFC 4648 section 6, without padding. */
  static String base32(byte[] octets) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte octet : octets) {
      buffer = (buffer << Byte.SIZE) | (octet & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((buffer >>> bits) & 0x1f));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (BITS - bits)) & 0x1f));
    }
    return text.toString();
  }

  /** Compares in a time that tells nothing. */
  static boolean areEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] random(int octets) {
    byte[] random = new byte[octets];
    RANDOM.nextBytes(random);
    return random;
  }
}
