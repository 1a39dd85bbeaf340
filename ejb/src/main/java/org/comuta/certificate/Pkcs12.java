package org.comuta.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Keys and certificates in one encrypted file, PKCS#12 (RFC 7292). */
final class Pkcs12 {
  private static final String FIELD = "pkcs12";

  private Pkcs12() {}

  /** Reads the one key of a file, with the certificates beside it. */
  static KeyAndChain read(byte[] octets, String passphrase) throws UnusableKeyException {
    char[] characters = passphrase.toCharArray();
    KeyStore store = open(octets, characters);
    try {
      List<String> keys = new ArrayList<>();
      List<X509Certificate> certificates = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          keys.add(alias);
          for (Certificate one : store.getCertificateChain(alias)) {
            certificates.add((X509Certificate) one);
          }
        } else {
          certificates.add((X509Certificate) store.getCertificate(alias));
        }
      }
      if (keys.size() != 1) {
        throw new UnusableKeyException(
            FIELD,
            "conflict",
            FIELD + " must have one private key in it, and has " + keys.size() + ".");
      }
      PrivateKey key = (PrivateKey) store.getKey(keys.getFirst(), characters);
      return KeyAndChain.match(key, certificates, FIELD);
    } catch (GeneralSecurityException broken) {
      throw unreadable(broken);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  private static KeyStore open(byte[] octets, char[] passphrase) throws UnusableKeyException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(octets), passphrase);
      return store;
    } catch (IOException wrong) {
      if (wrong.getCause() instanceof GeneralSecurityException) {
        throw new UnusableKeyException(
            "passphrase", "conflict", "The passphrase does not open the file.");
      }
      throw unreadable(wrong);
    } catch (GeneralSecurityException broken) {
      throw unreadable(broken);
    }
  }

  private static UnusableKeyException unreadable(Exception cause) {
    UnusableKeyException unreadable =
        new UnusableKeyException(FIELD, "syntax", FIELD + " must be a PKCS#12 file in Base64.");
    unreadable.initCause(cause);
    return unreadable;
  }

  /** Writes a key with its chain, encrypted with the passphrase. */
  static byte[] write(String alias, KeyAndChain entry, String passphrase) {
    char[] characters = passphrase.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, characters);
      store.setKeyEntry(
          alias, entry.key(), characters, entry.chain().toArray(X509Certificate[]::new));
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      store.store(octets, characters);
      return octets.toByteArray();
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException("A key cannot be written", impossible);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }
}
