package org.comuta.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets for the database and opens them again: AES-256 in GCM (NIST SP 800-38D) with a
 * random nonce of 96 bits and a tag of 128 bits. What is sealed for one place does not open at
 * another, so nobody can copy a sealed secret to where it is shown or sent to himself. Any thread.
 *
 * <p>A sealed secret is a text of printable ASCII: {@code sealed:1:<id of the key>:<Base64 of
 * nonce, octets and tag>}.
 */
public final class Secrets {
  private static final String PREFIX = "sealed:1:";
  private static final Pattern SEALED =
      Pattern.compile("sealed:1:([0-9a-f]{8}):([A-Za-z0-9_-]{38,})");
  private static final int NONCE_OCTETS = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyFile file;
  private final Clock clock;
  private volatile KeyRing ring;

  private Secrets(KeyFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.ring = file.loadOrCreate(clock.instant());
  }

  /**
   * With the keys in this file, which is made with a first key when it is not there.
   *
   * @throws java.io.UncheckedIOException the file cannot be read or made, or is damaged
   */
  public static Secrets keptIn(Path file) {
    return new Secrets(new KeyFile(file), Clock.systemUTC());
  }

  /**
   * Seals a secret under the newest key.
   *
   * @param place where it is kept, such as {@code user/maria/second-factor}; to be given again to
   *     open it
   */
  public String seal(String secret, String place) {
    KeyRing.Key key = ring.current();
    byte[] nonce = new byte[NONCE_OCTETS];
    RANDOM.nextBytes(nonce);
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain);
      byte[] octets = Arrays.copyOf(nonce, nonce.length + encrypted.length);
      System.arraycopy(encrypted, 0, octets, nonce.length, encrypted.length);
      return header(key) + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has AES in GCM", missing);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Opens what was sealed for this place.
   *
   * @throws UnreadableSecretException it was not sealed, for another place or with a key that is
   *     not here, or it was changed since
   */
  public String open(String sealed, String place) {
    Matcher parts = parts(sealed);
    KeyRing.Key key = ring.find(parts.group(1));
    if (key == null) {
      throw new UnreadableSecretException(
          "The secret of "
              + place
              + " was sealed with the key "
              + parts.group(1)
              + ", which is not here.");
    }
    try {
      byte[] octets = Base64.getUrlDecoder().decode(parts.group(2));
      byte[] nonce = Arrays.copyOf(octets, NONCE_OCTETS);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key, nonce, place)
              .doFinal(octets, NONCE_OCTETS, octets.length - NONCE_OCTETS);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (AEADBadTagException | IllegalArgumentException changed) {
      throw new UnreadableSecretException(
          "The secret of " + place + " was changed or is of another place.");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has AES in GCM", missing);
    }
  }

  /** Whether this text has the form of a sealed secret; what people type may have it too. */
  public static boolean isSealed(String text) {
    return SEALED.matcher(text).matches();
  }

  /** Whether it was sealed with an older key and should be sealed anew: see {@link #renew}. */
  public boolean isOutdated(String sealed) {
    return !parts(sealed).group(1).equals(ring.current().id());
  }

  /** The same secret sealed under the newest key. */
  public String renew(String sealed, String place) {
    return seal(open(sealed, place), place);
  }

  /**
   * Makes a new key, which seals from now on; the older ones still open.
   *
   * @return its id
   */
  public synchronized String rotate() {
    KeyRing rotated = ring.rotated(clock.instant());
    file.save(rotated);
    ring = rotated;
    return rotated.current().id();
  }

  private static Matcher parts(String sealed) {
    Matcher parts = SEALED.matcher(sealed);
    if (!parts.matches()) {
      throw new UnreadableSecretException("This is not a sealed secret.");
    }
    return parts;
  }

  private static String header(KeyRing.Key key) {
    return PREFIX + key.id() + ":";
  }

  private static Cipher cipher(int mode, KeyRing.Key key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((header(key) + place).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
