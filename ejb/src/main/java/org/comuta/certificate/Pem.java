package org.comuta.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/**
 * Certificates and keys as text (RFC 7468): certificates in any order, and a private key in PKCS#8
 * or as OpenSSL writes it, encrypted or not.
 */
final class Pem {
  private static final String FIELD = "pem";

  private Pem() {}

  /** The certificates in a text. */
  static List<X509Certificate> certificates(String text) throws UnusableKeyException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Object one : objects(text)) {
      if (one instanceof X509CertificateHolder holder) {
        certificates.add(certificate(holder));
      }
    }
    return certificates;
  }

  /** The certificates in a text that we wrote. */
  static List<X509Certificate> stored(String text) {
    try {
      return certificates(text);
    } catch (UnusableKeyException damaged) {
      throw new IllegalStateException("A stored certificate cannot be read", damaged);
    }
  }

  private static X509Certificate certificate(X509CertificateHolder holder)
      throws UnusableKeyException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    } catch (CertificateException | IOException broken) {
      throw unreadable(broken);
    }
  }

  /**
   * The private key in a text.
   *
   * @param passphrase that it is encrypted with; empty when it is not
   */
  static PrivateKey key(String text, String passphrase) throws UnusableKeyException {
    for (Object one : objects(text)) {
      PrivateKeyInfo info = keyInfo(one, passphrase);
      if (info != null) {
        try {
          return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (PEMException broken) {
          throw unreadable(broken);
        }
      }
    }
    throw new UnusableKeyException(FIELD, "required", FIELD + " has no private key in it.");
  }

  private static @Nullable PrivateKeyInfo keyInfo(Object one, String passphrase)
      throws UnusableKeyException {
    try {
      return switch (one) {
        case PrivateKeyInfo plain -> plain;
        case PEMKeyPair pair -> pair.getPrivateKeyInfo();
        case PEMEncryptedKeyPair encrypted ->
            encrypted
                .decryptKeyPair(new BcPEMDecryptorProvider(needed(passphrase)))
                .getPrivateKeyInfo();
        case PKCS8EncryptedPrivateKeyInfo encrypted ->
            encrypted.decryptPrivateKeyInfo(
                new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(needed(passphrase)));
        default -> null;
      };
    } catch (IOException | PKCSException | OperatorCreationException wrong) {
      throw new UnusableKeyException(
          "passphrase", "conflict", "The passphrase does not open the private key.");
    }
  }

  private static char[] needed(String passphrase) throws UnusableKeyException {
    if (passphrase.isEmpty()) {
      throw new UnusableKeyException(
          "passphrase", "required", "The private key is encrypted: passphrase is required.");
    }
    return passphrase.toCharArray();
  }

  private static List<Object> objects(String text) throws UnusableKeyException {
    List<Object> objects = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
        objects.add(one);
      }
      return objects;
    } catch (IOException | RuntimeException broken) {
      throw unreadable(broken);
    }
  }

  private static UnusableKeyException unreadable(Exception cause) {
    UnusableKeyException unreadable =
        new UnusableKeyException(
            FIELD, "syntax", FIELD + " must be certificates and keys in PEM (RFC 7468).");
    unreadable.initCause(cause);
    return unreadable;
  }

  /** Certificates as text, one after the other. */
  static String write(List<X509Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate certificate : certificates) {
        text.append(write("CERTIFICATE", certificate.getEncoded()));
      }
    } catch (CertificateException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  /** Anything as text. */
  static String write(String type, byte[] octets) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, octets));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
