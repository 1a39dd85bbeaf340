package org.comuta.sip.container.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Keys for tests, with certificates of two authorities. Made once, by keytool; any thread. */
public final class TestCertificates {

  /** Signed all but {@link #STRANGER}. */
  public static final String AUTHORITY = "authority";

  /** For exchange.example.net and 127.0.0.1. */
  public static final String EXCHANGE = "exchange";

  /** For exchange.example.net, newer than the other. */
  public static final String RENEWED = "renewed";

  /** For peer.example.net. */
  public static final String PEER = "peer";

  /** For 127.0.0.1 alone. */
  public static final String ADDRESSED = "addressed";

  /** Has a SIP URI of voice.example.net, and the DNS name host.example.net. */
  public static final String SIP_URI = "sip-uri";

  /** For peer.example.net, signed by an authority nobody trusts. */
  public static final String STRANGER = "stranger";

  private static final String PASSWORD = "only-for-tests";
  private static final KeyStore STORE = make();

  private TestCertificates() {}

  private static KeyStore make() {
    try {
      Path file = Files.createTempDirectory("comuta-keys").resolve("keys.p12");
      generate(file, AUTHORITY, "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
      generate(file, "unknown-authority", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
      sign(file, EXCHANGE, AUTHORITY, "dns:exchange.example.net,ip:127.0.0.1");
      sign(file, RENEWED, AUTHORITY, "dns:exchange.example.net,ip:127.0.0.1");
      sign(file, PEER, AUTHORITY, "dns:peer.example.net");
      sign(file, ADDRESSED, AUTHORITY, "ip:127.0.0.1");
      sign(file, SIP_URI, AUTHORITY, "uri:sip:voice.example.net,dns:host.example.net");
      sign(file, "wildcard", AUTHORITY, "dns:*.example.net");
      sign(file, "user", AUTHORITY, "uri:sip:alice@user.example.net,dns:plain.example.net");
      sign(file, STRANGER, "unknown-authority", "dns:peer.example.net");
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD.toCharArray());
      }
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sign(Path file, String alias, String signer, String names)
      throws IOException {
    generate(file, alias, "-signer", signer, "-ext", "san=" + names);
  }

  private static void generate(Path file, String alias, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString()));
    command.addAll(List.of("-storepass", PASSWORD, "-J-Xshare:auto", "-J-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Whether there is a key of this name. */
  public static boolean exists(String alias) {
    try {
      return STORE.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate itself. */
  public static X509Certificate certificate(String alias) {
    try {
      return (X509Certificate) Objects.requireNonNull(STORE.getCertificate(alias), alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Shows a certificate and believes one authority.
   *
   * @param alias whose key; empty for none
   * @param authority whose word counts; empty to believe everybody
   */
  public static SSLContext context(String alias, String authority) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(alias), trust(authority), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyManager[] keys(String alias) throws IOException, GeneralSecurityException {
    KeyStore own = empty();
    if (!alias.isEmpty()) {
      char[] password = PASSWORD.toCharArray();
      own.setKeyEntry(
          alias, STORE.getKey(alias, password), password, STORE.getCertificateChain(alias));
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD.toCharArray());
    return keys.getKeyManagers();
  }

  private static TrustManager[] trust(String authority)
      throws IOException, GeneralSecurityException {
    if (authority.isEmpty()) {
      return new TrustManager[] {new Everybody()};
    }
    KeyStore trusted = empty();
    trusted.setCertificateEntry(authority, certificate(authority));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    return trust.getTrustManagers();
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** Believes everybody. */
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
