package org.comuta.logging.syslog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom a client of TLS trusts: certificates in PEM, or those of the Java platform. */
final class TrustedCertificates {
  private TrustedCertificates() {}

  /** Whether this text is certificates in PEM, or empty. */
  static boolean areReadable(String text) {
    try {
      return text.isBlank() || !read(text).isEmpty();
    } catch (CertificateException notReadable) {
      return false;
    }
  }

  /** A context that trusts them. */
  static SSLContext context(String text) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, text.isBlank() ? null : managers(read(text)), null);
      return context;
    } catch (GeneralSecurityException notUsable) {
      throw new IOException("The trusted certificates cannot be used", notUsable);
    }
  }

  private static TrustManager @Nullable [] managers(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("trusted-" + i, certificates.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static List<Certificate> read(String text) throws CertificateException {
    return new ArrayList<>(
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(text.trim().getBytes(StandardCharsets.US_ASCII))));
  }
}
