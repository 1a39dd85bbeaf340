package org.comuta.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is secret in a file with a key made of a passphrase: AES-256-GCM (NIST SP 800-38D)
 * with a new nonce each time, the key by PBKDF2 with HMAC-SHA-256 (RFC 8018) and the file's salt.
 * What a secret belongs to is authenticated with it, so that none can be put elsewhere. Any thread.
 */
public final class SecretCipher {
  /** Fewest characters of a passphrase. */
  public static final int SHORTEST_PASSPHRASE = 12;

  /** Most characters of a passphrase. */
  public static final int LONGEST_PASSPHRASE = 128;

  /**
   * How the key is made; kept with the file, none of it is secret.
   *
   * @param salt in Base64
   */
  public record Derivation(int iterations, String salt) {
    private static final int ITERATIONS = 600_000;
    private static final int SALT_OCTETS = 16;
    private static final int FEWEST_SALT_OCTETS = 8;

    /** More would let a file keep the server busy for minutes. */
    public static final int MOST_ITERATIONS = 5_000_000;

    /** A new one, for a new file. */
    public static Derivation fresh() {
      byte[] salt = new byte[SALT_OCTETS];
      RANDOM.nextBytes(salt);
      return new Derivation(ITERATIONS, Base64.getEncoder().encodeToString(salt));
    }

    /** Whether a key can be made this way within a few seconds. */
    public boolean isUsable() {
      try {
        return iterations > 0
            && iterations <= MOST_ITERATIONS
            && octets().length >= FEWEST_SALT_OCTETS;
      } catch (IllegalArgumentException notBase64) {
        return false;
      }
    }

    private byte[] octets() {
      return Base64.getDecoder().decode(salt);
    }

    /** The key of 32 octets that this passphrase gives. Takes about a third of a second. */
    public byte[] key(String passphrase) {
      PBEKeySpec given = new PBEKeySpec(passphrase.toCharArray(), octets(), iterations, KEY_BITS);
      try {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(given)
            .getEncoded();
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("this JDK has no PBKDF2", impossible);
      } finally {
        given.clearPassword();
      }
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BITS = 256;
  private static final int NONCE_OCTETS = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  private SecretCipher(SecretKeySpec key) {
    this.key = key;
  }

  /** Whether a text can be a passphrase: long enough, and printable ASCII. */
  public static boolean isPassphrase(String text) {
    return text.length() >= SHORTEST_PASSPHRASE
        && text.length() <= LONGEST_PASSPHRASE
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** Takes about a third of a second. */
  public static SecretCipher of(String passphrase, Derivation derivation) {
    return new SecretCipher(new SecretKeySpec(derivation.key(passphrase), "AES"));
  }

  /**
   * Nonce and ciphertext.
   *
   * @param belongsTo where the secret is, such as {@code nap/lab/password}
   */
  public byte[] encrypt(byte[] secret, String belongsTo) {
    byte[] nonce = new byte[NONCE_OCTETS];
    RANDOM.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo).doFinal(secret);
      byte[] both = Arrays.copyOf(nonce, NONCE_OCTETS + encrypted.length);
      System.arraycopy(encrypted, 0, both, NONCE_OCTETS, encrypted.length);
      return both;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM failed", impossible);
    }
  }

  /** The secret; empty when passphrase or place are others, or something was changed. */
  public Optional<byte[]> decrypt(byte[] both, String belongsTo) {
    if (both.length < NONCE_OCTETS + TAG_BITS / 8) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(both, NONCE_OCTETS);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, belongsTo)
              .doFinal(both, NONCE_OCTETS, both.length - NONCE_OCTETS));
    } catch (AEADBadTagException wrong) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM failed", impossible);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String belongsTo) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** The same for texts, in Base64. */
  public String encrypt(String secret, String belongsTo) {
    return Base64.getEncoder()
        .encodeToString(encrypt(secret.getBytes(StandardCharsets.UTF_8), belongsTo));
  }

  /** The same for texts, in Base64. */
  public Optional<String> decrypt(String encoded, String belongsTo) {
    try {
      return decrypt(Base64.getDecoder().decode(encoded), belongsTo)
          .map(octets -> new String(octets, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
