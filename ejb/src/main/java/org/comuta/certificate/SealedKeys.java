package org.comuta.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.comuta.secret.Secrets;

/** Private keys as they are stored: kind and PKCS#8, sealed for the one certificate. Any thread. */
final class SealedKeys {
  private final Secrets secrets;

  SealedKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  String seal(String name, PrivateKey key) {
    return sealFor(place(name), key);
  }

  PrivateKey open(String name, String sealed) {
    return openFrom(place(name), sealed);
  }

  /** The same for the key of a request. */
  String sealRequested(String name, PrivateKey key) {
    return sealFor(requestedPlace(name), key);
  }

  PrivateKey openRequested(String name, String sealed) {
    return openFrom(requestedPlace(name), sealed);
  }

  /** Where a key is kept. */
  static String place(String name) {
    return "certificate/" + name + "/key";
  }

  /** Where the key of a request is kept. */
  static String requestedPlace(String name) {
    return "certificate/" + name + "/requested-key";
  }

  private String sealFor(String place, PrivateKey key) {
    return secrets.seal(
        key.getAlgorithm() + " " + Base64.getEncoder().encodeToString(key.getEncoded()), place);
  }

  private PrivateKey openFrom(String place, String sealed) {
    String opened = secrets.open(sealed, place);
    int space = opened.indexOf(' ');
    try {
      return KeyFactory.getInstance(opened.substring(0, space))
          .generatePrivate(
              new PKCS8EncodedKeySpec(Base64.getDecoder().decode(opened.substring(space + 1))));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException("The key of " + place + " cannot be read", damaged);
    }
  }
}
