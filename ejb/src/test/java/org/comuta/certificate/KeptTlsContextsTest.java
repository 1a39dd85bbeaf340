package org.comuta.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class KeptTlsContextsTest {
  private final Map<String, KeyAndChain> keys = new HashMap<>();
  private final List<X509Certificate> authorities = new ArrayList<>();
  private final KeptTlsContexts contexts = new KeptTlsContexts(keys::get, () -> authorities);

  private static KeyAndChain entry(KeyKind kind, String name) {
    KeyPair pair = kind.generate();
    NewCertificate wanted =
        new NewCertificate(kind, new Subject(name, "", "", "", "", "", ""), List.of(), 30);
    return new KeyAndChain(
        pair.getPrivate(), List.of(CertificateMaker.selfSigned(wanted, pair, Instant.now())));
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyKind.class,
      names = {"EC_P256", "EC_P384", "RSA_2048"})
  void aCertificateIsShownToWhoTrustsIt(KeyKind kind) throws Exception {
    keys.put("own", entry(kind, "own.example.net"));
    authorities.add(keys.get("own").chain().getFirst());
    assertThat(shown(contexts.of("own", true), contexts.of("own", true)))
        .isEqualTo(authorities.getFirst());
  }

  @Test
  void whoVerifiesTakesNoStranger() throws Exception {
    keys.put("own", entry(KeyKind.EC_P256, "own.example.net"));
    keys.put("strange", entry(KeyKind.EC_P256, "strange.example.net"));
    authorities.add(keys.get("own").chain().getFirst());
    SSLContext strange = contexts.of("strange", false);
    assertThatThrownBy(() -> shown(strange, contexts.of("own", true)))
        .isInstanceOf(SSLException.class);
    assertThat(shown(strange, contexts.of("own", false)))
        .isEqualTo(keys.get("strange").chain().getFirst());
  }

  @Test
  void whatIsMadeIsKeptUntilSomethingChanges() throws Exception {
    keys.put("own", entry(KeyKind.EC_P256, "own.example.net"));
    SSLContext first = contexts.of("own", true);
    assertThat(contexts.of("own", true)).isSameAs(first);
    assertThat(contexts.of("own", false)).isNotSameAs(first);
    contexts.forget();
    assertThat(contexts.of("own", true)).isNotSameAs(first);
  }

  @Test
  void whatCannotBeUsedIsNamed() {
    assertThatExceptionOfType(KeyStoreException.class)
        .isThrownBy(() -> contexts.of("none", true))
        .withMessageContaining("none");
    KeptTlsContexts broken =
        new KeptTlsContexts(
            name -> {
              throw new IllegalStateException("sealed with another key");
            },
            List::of);
    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> broken.of("lost", true))
        .withMessageContaining("lost");
  }

  /** Who connects with the one is shown this by who has the other. */
  private static X509Certificate shown(SSLContext server, SSLContext client) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket listening = new ServerSocket(0, 1, here);
        Socket connected = new Socket(here, listening.getLocalPort());
        Socket accepted = listening.accept();
        SSLSocket answering = layered(server, accepted, false);
        SSLSocket asking = layered(client, connected, true)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  answering.startHandshake();
                } catch (IOException refused) {
                  // The other side tells.
                }
              });
      asking.startHandshake();
      return (X509Certificate) asking.getSession().getPeerCertificates()[0];
    }
  }

  private static SSLSocket layered(SSLContext context, Socket socket, boolean client)
      throws IOException {
    SSLSocket layered =
        (SSLSocket) context.getSocketFactory().createSocket(socket, "", socket.getPort(), true);
    layered.setUseClientMode(client);
    return layered;
  }
}
