package org.comuta.certificate;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/** A key that is strong enough, and what is signed with it. */
public enum KeyKind {
  EC_P256("EC", 256, "SHA256withECDSA"),
  EC_P384("EC", 384, "SHA384withECDSA"),
  RSA_2048("RSA", 2_048, "SHA256withRSA"),
  RSA_3072("RSA", 3_072, "SHA256withRSA"),
  RSA_4096("RSA", 4_096, "SHA384withRSA");

  /** Fewest bits of a modulus that is taken. */
  static final int LEAST_RSA = 2_048;

  private static final int MOST_RSA = 16_384;
  private static final int P256 = 256;
  private static final int P384 = 384;

  private final String algorithm;
  private final int bits;
  private final String signature;

  KeyKind(String algorithm, int bits, String signature) {
    this.algorithm = algorithm;
    this.bits = bits;
    this.signature = signature;
  }

  /** Makes a new pair. Takes a second for the long ones. */
  KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Name of the signature that a key is good for; empty when it is too weak or of another kind. */
  static Optional<String> signature(Key key) {
    return switch (key) {
      case RSAKey rsa when isTaken(rsa.getModulus().bitLength()) -> Optional.of(RSA_2048.signature);
      case ECKey ec when bits(ec) == P256 -> Optional.of(EC_P256.signature);
      case ECKey ec when bits(ec) == P384 -> Optional.of(EC_P384.signature);
      default -> Optional.empty();
    };
  }

  private static boolean isTaken(int bits) {
    return bits >= LEAST_RSA && bits <= MOST_RSA;
  }

  private static int bits(ECKey key) {
    return key.getParams().getCurve().getField().getFieldSize();
  }

  /** How a key is shown to people, such as {@code RSA 2048} or {@code EC P-256}. */
  static String describe(Key key) {
    return switch (key) {
      case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECKey ec -> "EC P-" + bits(ec);
      default -> key.getAlgorithm();
    };
  }
}
