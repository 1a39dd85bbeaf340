package org.comuta.tests.harness;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app that shows codes (RFC 6238), written apart from the one it is tried against. */
public final class Authenticator {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private Authenticator() {}

  /** The code of now for a key of 160 bits in Base32. */
  public static String code(String key) {
    BigInteger number = BigInteger.ONE; // keeps leading zeros
    for (int i = 0; i < key.length(); i++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(key.charAt(i))));
    }
    byte[] octets = number.toByteArray();
    byte[] secret = Arrays.copyOfRange(octets, octets.length - 20, octets.length);
    byte[] step =
        ByteBuffer.allocate(Long.BYTES)
            .putLong(Instant.now().getEpochSecond() / STEP_SECONDS)
            .array();
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(step);
      int truncated = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(truncated % 1_000_000);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
