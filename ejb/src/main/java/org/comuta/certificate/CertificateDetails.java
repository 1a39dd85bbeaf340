package org.comuta.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a certificate says. Immutable; the words of the API.
 *
 * @param subject whom it names (RFC 2253)
 * @param alternativeNames host names and addresses it is good for
 * @param issuer who signed it
 * @param serialNumber in hexadecimal
 * @param key kind of its key, such as {@code EC P-256}
 * @param fingerprint SHA-256 of it, as browsers and OpenSSL show it
 */
public record CertificateDetails(
    String subject,
    List<String> alternativeNames,
    String issuer,
    String serialNumber,
    Instant validFrom,
    Instant validUntil,
    String key,
    String signature,
    String fingerprint) {
  private static final int HOST_NAME = 2;
  private static final int ADDRESS = 7;

  public CertificateDetails {
    alternativeNames = List.copyOf(alternativeNames);
  }

  static CertificateDetails of(X509Certificate certificate) {
    return new CertificateDetails(
        certificate.getSubjectX500Principal().getName(),
        names(certificate),
        certificate.getIssuerX500Principal().getName(),
        certificate.getSerialNumber().toString(16),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        KeyKind.describe(certificate.getPublicKey()),
        certificate.getSigAlgName(),
        fingerprint(certificate));
  }

  static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names =
          Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
      return names.stream()
          .filter(name -> name.getFirst().equals(HOST_NAME) || name.getFirst().equals(ADDRESS))
          .map(name -> String.valueOf(name.get(1)))
          .toList();
    } catch (CertificateParsingException broken) {
      return List.of();
    }
  }

  static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
