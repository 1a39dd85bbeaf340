package org.comuta.sip.container.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.servlet.sip.SipSession;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStartException;
import org.comuta.sip.container.SipStatus.Listening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A port over TLS that others connect to. */
@Timeout(60)
class TlsTest {
  private static final SSLContext NOBODY = TestCertificates.context("", "");
  private static final SSLContext TRUSTING =
      TestCertificates.context("", TestCertificates.AUTHORITY);

  private final int port = FreePort.udpAndTcp();
  private final InetSocketAddress there =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  private final Listening tls = new Listening("tls", "127.0.0.1", port);
  private final TestTerms terms = new TestTerms();
  private final SettlingServlet servlet = new SettlingServlet(tls);
  private RunningContainer container;

  @BeforeEach
  void start() throws Exception {
    container = EmbeddedContainer.start(SipSettings.at("127.0.0.1", FreePort.udpAndTcp()), servlet);
    container.listen(tls, terms);
  }

  @AfterEach
  void stop() {
    container.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1"})
  void aCallIsAnsweredAndEndedOverItsConnection(String address) throws Exception {
    Listening at = new Listening("tls", address, port);
    container.listen(at, terms);
    servlet.leaveBy = at;
    try (TlsPeer caller =
        new TlsPeer(new InetSocketAddress(InetAddress.ofLiteral(address), port), TRUSTING)) {
      caller.send(caller.request("INVITE", "sip:x@example.net", "one", 1, "<sip:x@example.net>"));
      String answer = caller.receive("SIP/2.0 200");
      String contact = UdpClient.header("Contact", answer);
      assertThat(contact).startsWith("<sip:").contains(":" + port, "transport=tls");
      caller.send(
          caller.request("ACK", "sip:x@example.net", "one", 1, UdpClient.header("To", answer)));
      SipSession session = servlet.acknowledged.poll(5, TimeUnit.SECONDS);
      Lanes.of(session).execute(() -> SettlingServlet.bye(session));
      String bye = caller.receive("BYE ");
      assertThat(UdpClient.header("Via", bye)).startsWith("SIP/2.0/TLS ").contains(":" + port);
      caller.answer(bye, 200, "x", port);
    }
  }

  @Test
  void aViaOfAnotherTransportIsRefused() throws Exception {
    try (TlsPeer caller = new TlsPeer(there, TRUSTING)) {
      caller.send(
          caller
              .request("OPTIONS", "sip:x@example.net", "via", 1, "<sip:x@example.net>")
              .replace("SIP/2.0/TLS", "SIP/2.0/TCP"));
      caller.receive("SIP/2.0 400");
    }
  }

  @Test
  void anExchangedCertificateIsShownToWhoComesNextAndConnectionsLiveOn() throws Exception {
    try (TlsPeer before = new TlsPeer(there, TRUSTING)) {
      assertThat(shownTo(before)).isEqualTo("CN=exchange");
      terms.context = TestCertificates.context(TestCertificates.RENEWED, "");
      try (TlsPeer after = new TlsPeer(there, TRUSTING)) {
        assertThat(shownTo(after)).isEqualTo("CN=renewed");
        asks(before, "before");
        asks(after, "after");
      }
    }
  }

  private static String shownTo(TlsPeer peer) throws IOException {
    return ((X509Certificate) peer.socket.getSession().getPeerCertificates()[0])
        .getSubjectX500Principal()
        .getName();
  }

  private static void asks(TlsPeer peer, String callId) throws IOException {
    peer.send(peer.request("OPTIONS", "sip:x@example.net", callId, 1, "<sip:x@example.net>"));
    assertThat(peer.receive("SIP/2.0 200")).contains("Call-ID: " + callId + "\r\n");
  }

  @ParameterizedTest(name = "{0} at an address of {1}: {2}")
  @CsvSource({
    "peer, '', true",
    "peer, peer.example.net, true",
    "peer, other.example.net, false",
    "peer, 127.0.0.1, false",
    "stranger, '', false",
    "'', '', false",
  })
  void whoHasToShowACertificateComesInWithARightOneOnly(String key, String name, boolean comesIn)
      throws Exception {
    terms.mutual = true;
    terms.verifying = true;
    terms.names = name.isEmpty() ? List.of() : List.of(name);
    terms.context = TestCertificates.context(TestCertificates.EXCHANGE, TestCertificates.AUTHORITY);
    SSLContext own = TestCertificates.context(key, TestCertificates.AUTHORITY);
    if (comesIn) {
      try (TlsPeer caller = new TlsPeer(there, own)) {
        asks(caller, "mutual");
      }
      assertThat(container.status().handshakesFailed()).isZero();
    } else {
      assertThatThrownBy(
              () -> {
                // With TLS 1.3 who connects learns of the refusal after its own handshake.
                try (TlsPeer caller = new TlsPeer(there, own)) {
                  asks(caller, "mutual");
                }
              })
          .isInstanceOf(IOException.class);
      awaitFailedHandshakes(1);
    }
  }

  @Test
  void whoIsSlowOrSaysNothingIsLeft() throws Exception {
    byte[] beginningOfAHello = {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};
    try (Socket silent = new Socket(there.getAddress(), port);
        Socket slow = new Socket(there.getAddress(), port)) {
      slow.getOutputStream().write(beginningOfAHello);
      assertEnds(silent);
      assertEnds(slow);
    }
    awaitFailedHandshakes(2);
    try (TlsPeer other = new TlsPeer(there, TRUSTING)) {
      asks(other, "afterwards");
    }
  }

  private static void assertEnds(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    byte[] last = socket.getInputStream().readAllBytes();
    assertThat(last.length).isLessThan(20);
  }

  @Test
  void whatIsNoHandshakeIsCountedAndLeft() throws Exception {
    try (Socket stranger = new Socket(there.getAddress(), port)) {
      stranger.getOutputStream().write("OPTIONS sip:x SIP/2.0\r\n\r\n".getBytes(ISO_8859_1));
      assertEnds(stranger);
    }
    awaitFailedHandshakes(1);
    try (Socket gone = new Socket(there.getAddress(), port)) {
      gone.shutdownOutput();
      assertEnds(gone);
    }
    awaitFailedHandshakes(2);
    assertThat(container.status().malformed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-tls1_1, false", "-tls1_2, true", "-tls1_3, true"})
  void onlyTls12And13AreSpoken(String version, boolean spoken) throws Exception {
    Process client =
        new ProcessBuilder(
                "openssl", "s_client", "-connect", "127.0.0.1:" + port, version, "-brief")
            .redirectErrorStream(true)
            .start();
    client.getOutputStream().close();
    String said = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
    assertThat(client.waitFor() == 0).as(said).isEqualTo(spoken);
  }

  @Test
  void aClosedPortIsFreeAgainAndItsConnectionsEnd() throws Exception {
    try (TlsPeer caller = new TlsPeer(there, TRUSTING)) {
      asks(caller, "open");
      container.close(tls);
      assertThatThrownBy(() -> caller.receive("SIP/2.0")).isInstanceOf(IOException.class);
    }
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(there);
      assertThat(free.isBound()).isTrue();
    }
    container.listen(tls, terms);
    try (TlsPeer caller = new TlsPeer(there, NOBODY)) {
      asks(caller, "again");
    }
  }

  @Test
  void aPortOverTlsNeedsTerms() {
    assertThatThrownBy(() -> container.listen(new Listening("tls", "127.0.0.3", port)))
        .isInstanceOf(SipStartException.class);
  }

  private void awaitFailedHandshakes(long count) throws InterruptedException {
    BlockingQueue<Long> reached = new LinkedBlockingQueue<>();
    Lanes lanes = container.lanes();
    Runnable[] look = new Runnable[1];
    look[0] =
        () -> {
          long now = container.status().handshakesFailed();
          if (now >= count) {
            reached.add(now);
          } else {
            lanes.next().schedule(Duration.ofMillis(10), look[0]);
          }
        };
    lanes.next().execute(look[0]);
    assertThat(reached.poll(5, TimeUnit.SECONDS)).isEqualTo(count);
  }
}
