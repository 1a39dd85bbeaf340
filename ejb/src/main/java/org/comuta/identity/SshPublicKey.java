package org.comuta.identity;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A public key as OpenSSH writes it on one line: type, Base64 of RFC 4253 section 6.6, comment.
 * Only types that are held to be safe today: Ed25519, ECDSA on the curves of NIST, RSA of 3072 bits
 * or more.
 *
 * @param type word of the type, such as {@code ssh-ed25519}
 * @param encoded Base64 of the key
 * @param comment what follows it; may be empty
 */
public record SshPublicKey(String type, String encoded, String comment) {
  /** Most characters of a line. */
  static final int LONGEST_LINE = 4_000;

  static final int LONGEST_COMMENT = 255;
  private static final int FEWEST_BITS_OF_RSA = 3_072;
  private static final int MOST_BITS_OF_RSA = 16_384;
  private static final int OCTETS_OF_ED25519 = 32;
  private static final String ED25519 = "ssh-ed25519";
  private static final String RSA = "ssh-rsa";
  private static final String ECDSA = "ecdsa-sha2-";

  /** Octets of an uncompressed point, by the name of the curve. */
  private static final Map<String, Integer> CURVES =
      Map.of("nistp256", 65, "nistp384", 97, "nistp521", 133);

  private static final String FIELD = "key";

  /** What reading a line came to: a key, or what is wrong with the line. */
  public record Reading(@Nullable SshPublicKey key, List<Problem> problems) {
    private static Reading wrong(String code, String message) {
      return new Reading(null, List.of(new Problem(FIELD, code, message)));
    }
  }

  /** Reads the line of a file such as {@code id_ed25519.pub}. */
  public static Reading read(String text) {
    String line = text.strip();
    if (line.isEmpty()) {
      return Reading.wrong("required", "key is required.");
    }
    if (line.length() > LONGEST_LINE || line.chars().anyMatch(Character::isISOControl)) {
      return Reading.wrong("length", "key must be one line of at most 4000 characters.");
    }
    if (line.startsWith("-----BEGIN") || line.contains("PRIVATE KEY")) {
      return Reading.wrong(
          "syntax", "key must be the public key, from the file that ends in .pub: keep the other.");
    }
    String[] words = line.split(" +", 3);
    if (words.length < 2) {
      return Reading.wrong("syntax", "key must be a type and Base64, as in ssh-ed25519 AAAA….");
    }
    String comment = words.length > 2 ? words[2].strip() : "";
    SshPublicKey key =
        new SshPublicKey(
            words[0], words[1], comment.substring(0, Math.min(LONGEST_COMMENT, comment.length())));
    List<Problem> wrong = key.wrong().stream().toList();
    return new Reading(wrong.isEmpty() ? key : null, wrong);
  }

  /** SHA-256 of the key as OpenSSH shows it. */
  public String fingerprint() {
    return fingerprint(Base64.getDecoder().decode(encoded));
  }

  /** The same of a key that a client presents. */
  static String fingerprint(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<Problem> wrong() {
    if (!type.equals(ED25519) && !type.equals(RSA) && !type.startsWith(ECDSA)) {
      String begin = type.substring(0, Math.min(40, type.length()));
      return problem(
          "choice", "key is of the type '" + begin + "'; Ed25519, ECDSA and RSA keys are taken.");
    }
    try {
      ByteBuffer octets = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      boolean named = text(octets).equals(type);
      return switch (type) {
        case ED25519 -> whole(named && field(octets).length == OCTETS_OF_ED25519, octets);
        case RSA -> {
          field(octets);
          int bits = new BigInteger(1, field(octets)).bitLength();
          Optional<Problem> damaged = whole(named, octets);
          yield damaged.isPresent() ? damaged : wrongBits(bits);
        }
        default -> whole(named && point(octets), octets);
      };
    } catch (IllegalArgumentException | BufferUnderflowException damaged) {
      return problem("syntax", "key is damaged: its Base64 does not hold a key.");
    }
  }

  private static Optional<Problem> whole(boolean right, ByteBuffer octets) {
    return right && !octets.hasRemaining()
        ? Optional.empty()
        : problem("syntax", "key is damaged: it is not what its type says.");
  }

  private static Optional<Problem> wrongBits(int bits) {
    return bits >= FEWEST_BITS_OF_RSA && bits <= MOST_BITS_OF_RSA
        ? Optional.empty()
        : problem("range", "key is of " + bits + " bits; an RSA key must have from 3072 to 16384.");
  }

  private static Optional<Problem> problem(String code, String message) {
    return Optional.of(new Problem(FIELD, code, message));
  }

  private boolean point(ByteBuffer octets) {
    String curve = text(octets);
    Integer length = CURVES.get(curve);
    return type.equals(ECDSA + curve) && length != null && field(octets).length == length;
  }

  private static String text(ByteBuffer octets) {
    return new String(field(octets), StandardCharsets.US_ASCII);
  }

  private static byte[] field(ByteBuffer octets) {
    int length = octets.getInt();
    if (length < 0 || length > octets.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] field = new byte[length];
    octets.get(field);
    return field;
  }
}
