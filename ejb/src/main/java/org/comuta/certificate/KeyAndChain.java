package org.comuta.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * A private key with the certificate of its public key, and those of the authorities above it.
 * Immutable.
 *
 * @param chain the own certificate first, each signed by the next
 */
record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {
  private static final byte[] PROBE =
      "whether two keys are a pair".getBytes(StandardCharsets.US_ASCII);

  KeyAndChain {
    chain = List.copyOf(chain);
  }

  /** Shows no key, so that it never reaches a log. */
  @Override
  public String toString() {
    return "KeyAndChain[chain=" + chain.size() + "]";
  }

  /**
   * Finds the certificate of the key among those given, in whatever order they are, and those above
   * it.
   *
   * @param field of the request that the certificates came in
   */
  static KeyAndChain match(PrivateKey key, List<X509Certificate> given, String field)
      throws UnusableKeyException {
    String algorithm =
        KeyKind.signature(key)
            .orElseThrow(
                () ->
                    new UnusableKeyException(
                        "key",
                        "conflict",
                        "The key must be RSA of 2048 bits or more, or EC on P-256 or P-384; this"
                            + " one is "
                            + KeyKind.describe(key)
                            + "."));
    if (given.isEmpty()) {
      throw new UnusableKeyException(field, "required", field + " has no certificate in it.");
    }
    X509Certificate own =
        given.stream()
            .filter(one -> isPair(key, one.getPublicKey(), algorithm))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnusableKeyException(
                        field,
                        "conflict",
                        "No certificate in " + field + " is of this private key."));
    return new KeyAndChain(key, chain(own, given));
  }

  private static List<X509Certificate> chain(X509Certificate own, List<X509Certificate> given) {
    List<X509Certificate> chain = new ArrayList<>(List.of(own));
    List<X509Certificate> rest = new ArrayList<>(given);
    rest.remove(own);
    while (true) {
      X509Certificate last = chain.getLast();
      X509Certificate next =
          rest.stream().filter(one -> isSignedBy(last, one)).findFirst().orElse(null);
      if (next == null || isSignedBy(last, last)) {
        return chain;
      }
      chain.add(next);
      rest.remove(next);
    }
  }

  /** Whether one certificate is signed with the key of the other. */
  static boolean isSignedBy(X509Certificate one, X509Certificate other) {
    if (!one.getIssuerX500Principal().equals(other.getSubjectX500Principal())) {
      return false;
    }
    try {
      one.verify(other.getPublicKey());
      return true;
    } catch (GeneralSecurityException notSigned) {
      return false;
    }
  }

  private static boolean isPair(PrivateKey key, PublicKey publicKey, String algorithm) {
    if (!key.getAlgorithm().equals(publicKey.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException notAPair) {
      return false;
    }
  }
}
