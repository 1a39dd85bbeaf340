package org.comuta.description;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks certificates in PEM (RFC 7468). */
final class CertificatesCheck {
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e\\r\\n\\t]*");
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private CertificatesCheck() {}

  /** What is wrong, as the end of a sentence that begins with the field; null when nothing is. */
  static @Nullable String complaint(String text) {
    if (text.isBlank()) {
      return null;
    }
    if (text.contains("PRIVATE KEY")) {
      return "must not hold a private key";
    }
    String wrong = "must be certificates in PEM, each from " + BEGIN + " to its END";
    if (!PRINTABLE.matcher(text).matches() || !text.contains(BEGIN)) {
      return wrong;
    }
    try {
      int read =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
              .size();
      return read == text.split(BEGIN, -1).length - 1 ? null : wrong;
    } catch (CertificateException unreadable) {
      return wrong;
    }
  }
}
