package org.comuta.sip.container.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
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

/** Ports that are opened and closed while the container runs. */
@Timeout(60)
class PortsTest {
  private final int port = FreePort.udpAndTcp();
  private final SettlingServlet servlet = new SettlingServlet(at("127.0.0.1"));
  private RunningContainer container;

  @BeforeEach
  void start() throws Exception {
    container = EmbeddedContainer.start(SipSettings.at("127.0.0.1", port), servlet);
  }

  @AfterEach
  void stop() {
    container.stop();
  }

  private Listening at(String address) {
    return new Listening("udp", address, port);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.2, 127.0.0.2", "0:0:0:0:0:0:0:1, [0:0:0:0:0:0:0:1]"})
  void aCallThatComesInThereIsAnsweredAndEndedFromThere(String address, String written)
      throws Exception {
    container.listen(at(address));
    servlet.leaveBy = at(address);
    InetSocketAddress there = new InetSocketAddress(InetAddress.ofLiteral(address), port);
    try (UdpClient caller = new UdpClient(there)) {
      caller.send(caller.request("INVITE", "there"));
      String answer = caller.receive("SIP/2.0 200");
      assertThat(UdpClient.header("Contact", answer)).contains("sip:" + written + ":" + port);
      caller.send(caller.request("ACK", "there", 1, UdpClient.header("To", answer), "ack"));
      SipSession session = servlet.acknowledged.poll(5, TimeUnit.SECONDS);
      Lanes.of(session).execute(() -> SettlingServlet.bye(session));
      String bye = caller.receive("BYE ");
      assertThat(UdpClient.header("Via", bye)).contains(written + ":" + port);
      assertThat(caller.lastSender()).isEqualTo(there);
      caller.answer(bye, 200, "x");
    }
  }

  @ParameterizedTest
  @CsvSource({"udp", "tcp"})
  void aCallLeavesFromThere(String transport) throws Exception {
    Listening there = new Listening(transport, "127.0.0.2", port);
    container.listen(there);
    servlet.leaveBy = there;
    try (UdpClient called = new UdpClient(port);
        ServerSocket connected =
            new ServerSocket(called.port(), 1, InetAddress.getLoopbackAddress())) {
      container.lanes().next().execute(() -> servlet.invite(called.port(), transport));
      if (transport.equals("udp")) {
        String invite = called.receive("INVITE ");
        assertThat(called.lastSender()).isEqualTo(new InetSocketAddress("127.0.0.2", port));
        assertThat(UdpClient.header("Via", invite)).startsWith("SIP/2.0/UDP 127.0.0.2:" + port);
        assertThat(UdpClient.header("Contact", invite)).contains("127.0.0.2:" + port);
        called.answer(invite, 486, "busy");
        called.receive("ACK ");
        assertThat(called.lastSender()).isEqualTo(new InetSocketAddress("127.0.0.2", port));
      } else {
        try (Socket connection = connected.accept()) {
          assertThat(connection.getInetAddress().getHostAddress()).isEqualTo("127.0.0.2");
        }
      }
    }
  }

  @Test
  void aClosedPortIsFreeAgainAndTheOthersGoOn() throws Exception {
    for (int i = 0; i < 3; i++) {
      container.listen(at("127.0.0.2"));
      container.listen(at("127.0.0.2"));
      assertThat(container.status().listening()).contains(at("127.0.0.1"), at("127.0.0.2"));
      container.close(at("127.0.0.2"));
      container.close(at("127.0.0.2"));
      assertThat(container.status().listening())
          .containsExactly(at("127.0.0.1"), new Listening("tcp", "127.0.0.1", port));
      try (DatagramSocket free = new DatagramSocket(new InetSocketAddress("127.0.0.2", port))) {
        assertThat(free.isBound()).isTrue();
      }
    }
    try (UdpClient caller = new UdpClient(port)) {
      caller.send(caller.request("OPTIONS", "own"));
      caller.receive("SIP/2.0 200");
    }
  }

  @Test
  void aClosedPortOverTcpIsFreeAtOnce() throws Exception {
    Listening tcp = new Listening("tcp", "127.0.0.2", port);
    for (int i = 0; i < 200; i++) {
      container.listen(tcp);
      new Socket("127.0.0.2", port).close();
      container.close(tcp);
    }
  }

  @Test
  void whatCannotBeOpenedIsToldAndLeavesNothing() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress("127.0.0.2", port))) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> container.listen(at("127.0.0.2")))
          .isInstanceOf(SipStartException.class)
          .hasMessageContaining("127.0.0.2:" + port)
          .hasMessageContaining("taken");
    }
    assertThatThrownBy(() -> container.listen(at("192.0.2.1")))
        .isInstanceOf(SipStartException.class)
        .hasMessageContaining("no such address");
    container.listen(at("127.0.0.2"));
    assertThatThrownBy(() -> container.close(at("127.0.0.1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> container.leaveBy(servlet.session(), at("127.0.0.3")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStopClosesThemAll() throws Exception {
    container.listen(at("127.0.0.2"));
    container.stop();
    try (DatagramSocket free = new DatagramSocket(new InetSocketAddress("127.0.0.2", port))) {
      assertThat(free.isBound()).isTrue();
    }
  }
}
