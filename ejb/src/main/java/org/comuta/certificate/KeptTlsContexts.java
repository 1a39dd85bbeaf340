package org.comuta.certificate;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Keeps contexts until something has changed, because each is costly to make. Any thread. */
final class KeptTlsContexts implements TlsContexts {
  private static final char[] IN_MEMORY_ONLY = "in-memory".toCharArray();

  private record Wanted(String certificate, boolean verifying) {}

  private final Function<String, @Nullable KeyAndChain> keys;
  private final Supplier<List<X509Certificate>> authorities;
  private final Map<Wanted, SSLContext> kept = new HashMap<>();

  /**
   * @param keys finds one by its name; null when there is none
   * @param authorities all that are trusted
   */
  KeptTlsContexts(
      Function<String, @Nullable KeyAndChain> keys, Supplier<List<X509Certificate>> authorities) {
    this.keys = keys;
    this.authorities = authorities;
  }

  @Override
  public synchronized SSLContext of(String certificate, boolean verifying)
      throws GeneralSecurityException {
    Wanted wanted = new Wanted(certificate, verifying);
    SSLContext known = kept.get(wanted);
    if (known == null) {
      known = make(wanted);
      kept.put(wanted, known);
    }
    return known;
  }

  /** A certificate or an authority is another one. */
  synchronized void forget() {
    kept.clear();
  }

  private SSLContext make(Wanted wanted) throws GeneralSecurityException {
    KeyAndChain entry;
    try {
      entry = keys.apply(wanted.certificate());
    } catch (RuntimeException unreadable) {
      throw new KeyStoreException(
          "the key of the certificate " + wanted.certificate() + " cannot be read now", unreadable);
    }
    if (entry == null) {
      throw new KeyStoreException("there is no certificate " + wanted.certificate());
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers(entry), wanted.verifying() ? trusting() : believing(), null);
    return context;
  }

  private static KeyManager[] keyManagers(KeyAndChain entry) throws GeneralSecurityException {
    KeyStore own = empty();
    own.setKeyEntry(
        "own", entry.key(), IN_MEMORY_ONLY, entry.chain().toArray(X509Certificate[]::new));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(own, IN_MEMORY_ONLY);
    return factory.getKeyManagers();
  }

  private TrustManager[] trusting() throws GeneralSecurityException {
    KeyStore trusted = empty();
    int number = 0;
    for (X509Certificate authority : authorities.get()) {
      trusted.setCertificateEntry(Integer.toString(number++), authority);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  private static TrustManager[] believing() {
    return new TrustManager[] {new Everybody()};
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException impossible) {
      throw new KeyStoreException(impossible);
    }
  }

  /** For who chose not to verify anybody. */
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
