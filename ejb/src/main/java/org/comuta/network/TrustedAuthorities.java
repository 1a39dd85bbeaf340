package org.comuta.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS that trusts certain authorities only. */
public final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /**
   * TLS that trusts these authorities.
   *
   * @param certificates PEM; empty for the authorities that the platform trusts
   */
  public static SSLContext context(String certificates) throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates.isBlank() ? null : store(certificates));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static @Nullable KeyStore store(String certificates) throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)))) {
        store.setCertificateEntry("authority-" + number++, one);
      }
      return store;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
