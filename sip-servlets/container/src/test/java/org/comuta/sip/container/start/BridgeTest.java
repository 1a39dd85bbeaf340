package org.comuta.sip.container.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.SipSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that go through the container to a second party. */
@Timeout(60)
class BridgeTest {

  private final int port = FreePort.udpAndTcp();
  private final SipSettings settings = SipSettings.at("127.0.0.1", port);

  @Test
  void bothLegsOfACallShareALaneAndItsSessionsGoWithIt() throws Exception {
    try (UdpClient caller = new UdpClient(port);
        UdpClient callee = new UdpClient(port);
        Running running = new Running("udp", callee.port())) {
      caller.send(caller.request("INVITE", "bridged"));
      String invite = callee.receive("INVITE ");
      String ourCallId = UdpClient.header("Call-ID", invite);
      var lanes = running.container.lanes();
      assertThat(lanes.ofCallId(ourCallId)).isSameAs(lanes.ofCallId("bridged"));
      assertThat(invite).doesNotContain("bridged").contains("User-Agent: Comuta\r\n");

      callee.answer(invite, 200, "answered");
      String to = UdpClient.header("To", caller.receive("SIP/2.0 200"));
      caller.send(caller.request("ACK", "bridged", 1, to, "a"));
      callee.receive("ACK ");
      caller.send(caller.request("BYE", "bridged", 2, to, "b"));
      caller.receive("SIP/2.0 200");
      callee.answer(callee.receive("BYE "), 200, "answered");
      running.awaitNoSessions("bridged");
    }
  }

  @Test
  void aRefusedCallLeavesNoSessionBehind() throws Exception {
    try (UdpClient caller = new UdpClient(port);
        UdpClient callee = new UdpClient(port);
        Running running = new Running("udp", callee.port())) {
      caller.send(caller.request("INVITE", "refused"));
      callee.answer(callee.receive("INVITE "), 486, "busy");
      callee.receive("ACK ");
      String busy = caller.receive("SIP/2.0 486");
      running.awaitNoSessions("refused");
      // The transaction lives on without the session, and repeats its answer until the ACK comes.
      assertThat(caller.receive("SIP/2.0 486")).isEqualTo(busy);
      caller.send(
          caller.request("ACK", "refused", 1, UdpClient.header("To", busy), "INVITErefused"));
    }
  }

  @Test
  void aCallToAPortNobodyListensOnOverTcpFailsAtOnce() throws Exception {
    int nobody = FreePort.udpAndTcp();
    try (UdpClient caller = new UdpClient(port);
        Running _ = new Running("tcp", nobody)) {
      long began = System.nanoTime();
      caller.send(caller.request("INVITE", "nobody"));
      caller.receive("SIP/2.0 503");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }
  }

  // The kernel refuses to send to the broadcast address.
  @Test
  void aCallToAnAddressThatNoDatagramCanLeaveForFailsAtOnce() throws Exception {
    try (UdpClient caller = new UdpClient(port);
        Running _ = new Running("udp", "255.255.255.255", port)) {
      long began = System.nanoTime();
      caller.send(caller.request("INVITE", "nowhere"));
      caller.receive("SIP/2.0 503");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void aCallGoesOnOverTcpAndComesBackOverTheSameConnection() throws Exception {
    try (ServerSocket callee = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        UdpClient caller = new UdpClient(port);
        Running _ = new Running("tcp", callee.getLocalPort())) {
      caller.send(caller.request("INVITE", "overtcp"));
      try (Socket connection = callee.accept()) {
        connection.setSoTimeout(5_000);
        String invite = readHeader(connection);
        assertThat(invite).startsWith("INVITE ").contains("SIP/2.0/TCP");
        String busy =
            "SIP/2.0 486 Busy Here\r\nVia: "
                + UdpClient.header("Via", invite)
                + "\r\nFrom: "
                + UdpClient.header("From", invite)
                + "\r\nTo: "
                + UdpClient.header("To", invite)
                + ";tag=busy"
                + "\r\nCall-ID: "
                + UdpClient.header("Call-ID", invite)
                + "\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
        connection.getOutputStream().write(busy.getBytes(ISO_8859_1));
        caller.receive("SIP/2.0 486");
        assertThat(readHeader(connection)).startsWith("ACK ");
      }
    }
  }

  @Test
  void aCallThatCameOverTcpGoesOnOverUdpWhenTheNextHopNamesNoTransport() throws Exception {
    try (UdpClient callee = new UdpClient(port);
        Running _ = new Running("", callee.port());
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String invite = callee.request("INVITE", "mixed").replace("SIP/2.0/UDP", "SIP/2.0/TCP");
      caller.getOutputStream().write(invite.getBytes(ISO_8859_1));
      assertThat(callee.receive("INVITE ")).contains("SIP/2.0/UDP").doesNotContain("TCP");
    }
  }

  private static String readHeader(Socket connection) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      byte[] octet = connection.getInputStream().readNBytes(1);
      if (octet.length == 0) {
        throw new IOException("ended after: " + text);
      }
      text.append(new String(octet, ISO_8859_1));
    }
    return text.toString();
  }

  /** A container that bridges every call to one place. */
  private final class Running implements AutoCloseable {

    final RunningContainer container;

    Running(String transport, int targetPort) throws Exception {
      this(transport, "127.0.0.1", targetPort);
    }

    Running(String transport, String targetHost, int targetPort) throws Exception {
      container =
          EmbeddedContainer.start(settings, new BridgingServlet(targetHost, targetPort, transport));
    }

    /** Waits until the call's lane has nothing more to do, and expects that no session is left. */
    void awaitNoSessions(String callId) throws InterruptedException {
      Lane lane = container.lanes().ofCallId(callId);
      CountDownLatch gone = new CountDownLatch(1);
      Runnable[] look = new Runnable[1];
      look[0] =
          () -> {
            if (container.status().applicationSessions() == 0) {
              gone.countDown();
            } else {
              lane.schedule(Duration.ofMillis(10), look[0]);
            }
          };
      lane.execute(look[0]);
      assertThat(gone.await(2, TimeUnit.SECONDS)).as("sessions are gone").isTrue();
    }

    @Override
    public void close() {
      container.stop();
    }
  }
}
