package org.comuta.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes self-signed certificates (RFC 5280) and requests to be signed (PKCS#10, RFC 2986). */
final class CertificateMaker {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 127;

  /** Clocks of others may be behind ours. */
  private static final Duration CLOCKS_BEHIND = Duration.ofMinutes(5);

  private CertificateMaker() {}

  /** A certificate that the key signs for itself. */
  static X509Certificate selfSigned(NewCertificate wanted, KeyPair pair, Instant now) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              wanted.subject().name(),
              new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
              Date.from(now.minus(CLOCKS_BEHIND)),
              Date.from(now.plus(Duration.ofDays(wanted.days()))),
              wanted.subject().name(),
              pair.getPublic());
      Extensions extensions = extensions(wanted, pair);
      for (var type : extensions.getExtensionOIDs()) {
        builder.addExtension(extensions.getExtension(type));
      }
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(pair)));
    } catch (IOException | CertificateException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("A certificate cannot be made", impossible);
    }
  }

  /** A request for an authority, which the key signs; in DER. */
  static byte[] request(NewCertificate wanted, KeyPair pair) {
    try {
      return new JcaPKCS10CertificationRequestBuilder(wanted.subject().name(), pair.getPublic())
          .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(wanted, pair))
          .build(signer(pair))
          .getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException("A request cannot be made", impossible);
    }
  }

  private static Extensions extensions(NewCertificate wanted, KeyPair pair) throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    int usage = KeyUsage.digitalSignature;
    if (pair.getPublic().getAlgorithm().equals("RSA")) {
      usage |= KeyUsage.keyEncipherment;
    }
    extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    extensions.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    if (wanted.names().getNames().length > 0) {
      extensions.addExtension(Extension.subjectAlternativeName, false, wanted.names());
    }
    return extensions.generate();
  }

  private static ContentSigner signer(KeyPair pair) {
    try {
      String algorithm = KeyKind.signature(pair.getPrivate()).orElseThrow();
      return new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
