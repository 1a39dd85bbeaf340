package org.comuta.sip.container.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import org.comuta.sip.container.SipSettings;
import org.comuta.sip.container.SipStatus.Listening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that leave over TLS. */
@Timeout(60)
class TlsCallTest {
  private static final SSLContext CALLED = TestCertificates.context(TestCertificates.PEER, "");

  private final int port = FreePort.udpAndTcp();
  private final Listening tls = new Listening("tls", "127.0.0.2", port);
  private final TestTerms terms = new TestTerms();
  private final SettlingServlet servlet = new SettlingServlet(tls);
  private RunningContainer container;
  private ServerSocket called;

  @BeforeEach
  void start() throws Exception {
    terms.context = TestCertificates.context(TestCertificates.EXCHANGE, TestCertificates.AUTHORITY);
    terms.verifying = true;
    terms.names = List.of("peer.example.net");
    container = EmbeddedContainer.start(SipSettings.at("127.0.0.1", FreePort.udpAndTcp()), servlet);
    container.listen(tls, terms);
    called = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    called.close();
    container.stop();
  }

  private void call(int target) {
    container.lanes().next().execute(() -> servlet.invite(target, "tls"));
  }

  @Test
  void aCallLeavesFromThereForTheNameItGoesTo() throws Exception {
    call(called.getLocalPort());
    try (TlsPeer callee = new TlsPeer(called.accept(), CALLED, false)) {
      assertThat(callee.socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.2");
      assertThat(((ExtendedSSLSession) callee.socket.getSession()).getRequestedServerNames())
          .hasToString("[type=host_name (0), value=peer.example.net]");
      String invite = callee.receive("INVITE ");
      assertThat(UdpClient.header("Via", invite)).startsWith("SIP/2.0/TLS 127.0.0.2:" + port);
      assertThat(UdpClient.header("Contact", invite))
          .contains("127.0.0.2:" + port, "transport=tls");
      callee.answer(invite, 486, "busy", called.getLocalPort());
      callee.receive("ACK ");
      assertThat(servlet.responses.poll(5, TimeUnit.SECONDS)).isEqualTo(486);
    }
  }

  @Test
  void theNextCallTakesTheSameConnection() throws Exception {
    call(called.getLocalPort());
    try (TlsPeer callee = new TlsPeer(called.accept(), CALLED, false)) {
      String first = callee.receive("INVITE ");
      call(called.getLocalPort());
      String second = callee.receive("INVITE ");
      assertThat(UdpClient.header("Call-ID", second))
          .isNotEqualTo(UdpClient.header("Call-ID", first));
    }
  }

  @Test
  void aCallToWhoIsConnectedAlreadyTakesThatConnection() throws Exception {
    try (TlsPeer phone =
        new TlsPeer(
            new InetSocketAddress(InetAddress.ofLiteral(tls.address()), port),
            TestCertificates.context("", ""))) {
      phone.send(phone.request("OPTIONS", "sip:x@example.net", "hello", 1, "<sip:x@a>"));
      phone.receive("SIP/2.0 200");
      call(phone.socket.getLocalPort());
      phone.receive("INVITE ");
    }
  }

  @Test
  void whoComesFromWhereANeighbourListensIsNotCalledInItsPlace() throws Exception {
    InetSocketAddress there = new InetSocketAddress(InetAddress.ofLiteral(tls.address()), port);
    try (Socket open = new Socket()) {
      open.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      terms.listeningPort = open.getLocalPort();
      open.connect(there);
      try (TlsPeer pretender = new TlsPeer(open, TestCertificates.context("", ""), true)) {
        pretender.send(pretender.request("OPTIONS", "sip:x@example.net", "hello", 1, "<sip:x@a>"));
        pretender.receive("SIP/2.0 200");
        call(terms.listeningPort);
        assertThat(servlet.responses.poll(5, TimeUnit.SECONDS)).isEqualTo(503);
        pretender.send(pretender.request("OPTIONS", "sip:x@example.net", "again", 1, "<sip:x@a>"));
        assertThat(pretender.receive("")).startsWith("SIP/2.0 200");
      }
    }
  }

  @ParameterizedTest(name = "shows {0}, known as {1}")
  @CsvSource({
    "peer, other.example.net",
    "stranger, peer.example.net",
    "peer, 127.0.0.1",
    "peer, ''",
  })
  void whoShowsAWrongCertificateIsNotCalled(String key, String name) throws Exception {
    terms.names = name.isEmpty() ? List.of() : List.of(name);
    long began = System.nanoTime();
    call(called.getLocalPort());
    try (TlsPeer callee = peer(key)) {
      assertThat(callee.socket.getInputStream().read()).isNegative();
    } catch (IOException ended) {
      // With a reset, when we are the quicker side.
    }
    assertThat(servlet.responses.poll(5, TimeUnit.SECONDS)).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(container.status().handshakesFailed()).isEqualTo(1);
  }

  @ParameterizedTest(name = "shows {0}, known as {1}")
  @CsvSource({"peer, peer.example.net", "exchange, ''", "sip-uri, voice.example.net"})
  void whoShowsARightCertificateIsCalled(String key, String name) throws Exception {
    terms.names = name.isEmpty() ? List.of() : List.of(name);
    call(called.getLocalPort());
    try (TlsPeer callee = peer(key)) {
      callee.receive("INVITE ");
    }
  }

  @Test
  void whoIsNotLookedAtMayShowAny() throws Exception {
    terms.verifying = false;
    terms.context = TestCertificates.context(TestCertificates.EXCHANGE, "");
    call(called.getLocalPort());
    try (TlsPeer callee = peer(TestCertificates.STRANGER)) {
      callee.receive("INVITE ");
    }
  }

  @Test
  void whoDoesNotSpeakTlsIsGivenUpAtOnce() throws Exception {
    call(called.getLocalPort());
    try (Socket plain = called.accept()) {
      plain.getOutputStream().write("SIP/2.0 200 OK\r\n\r\n".getBytes(ISO_8859_1));
      assertThat(servlet.responses.poll(5, TimeUnit.SECONDS)).isEqualTo(503);
    }
  }

  private TlsPeer peer(String key) throws IOException {
    return new TlsPeer(called.accept(), TestCertificates.context(key, ""), false);
  }
}
