package org.comuta.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities that Java trusts. Any thread. */
final class ShippedAuthorities {
  private static final List<X509Certificate> ALL = read();

  private ShippedAuthorities() {}

  static List<X509Certificate> all() {
    return ALL;
  }

  private static List<X509Certificate> read() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      @Nullable KeyStore shipped = null;
      factory.init(shipped);
      return Arrays.stream(factory.getTrustManagers())
          .flatMap(
              manager ->
                  manager instanceof X509TrustManager trust
                      ? Stream.of(trust.getAcceptedIssuers())
                      : Stream.empty())
          .toList();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
