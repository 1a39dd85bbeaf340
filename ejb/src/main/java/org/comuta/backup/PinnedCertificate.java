package org.comuta.backup;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts servers by the SHA-256 of their certificate, which somebody confirmed. Remembers what it
 * refused. Any thread.
 */
final class PinnedCertificate implements X509TrustManager {
  private final String confirmed;
  private volatile String refused = "";

  /**
   * @param confirmed hexadecimal digits, with or without colons; empty when nobody confirmed one
   */
  PinnedCertificate(String confirmed) {
    this.confirmed = plain(confirmed);
  }

  private static String plain(String fingerprint) {
    return fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
  }

  boolean isPinned() {
    return !confirmed.isEmpty();
  }

  /** The fingerprint of the last one that was refused; empty for none. */
  String refused() {
    return refused;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String method)
      throws CertificateException {
    String shown = fingerprint(chain);
    if (!shown.equals(confirmed)) {
      refused = shown;
      throw new CertificateException("the certificate is not the confirmed one");
    }
  }

  private static String fingerprint(X509Certificate[] chain) throws CertificateException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new CertificateException(impossible);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String method)
      throws CertificateException {
    throw new CertificateException("nobody is a client here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  /**
   * Trusts whom the platform trusts, and lets the other one remember the fingerprint of whoever is
   * not.
   */
  static X509TrustManager ofThePlatform(PinnedCertificate memory) {
    X509TrustManager platform = platform();
    return new X509TrustManager() {
      @Override
      public void checkServerTrusted(X509Certificate[] chain, String method)
          throws CertificateException {
        try {
          platform.checkServerTrusted(chain, method);
        } catch (CertificateException untrusted) {
          memory.refused = fingerprint(chain);
          throw untrusted;
        }
      }

      @Override
      public void checkClientTrusted(X509Certificate[] chain, String method)
          throws CertificateException {
        platform.checkClientTrusted(chain, method);
      }

      @Override
      public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
      }
    };
  }

  private static X509TrustManager platform() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK trusts nobody", impossible);
    }
  }
}
