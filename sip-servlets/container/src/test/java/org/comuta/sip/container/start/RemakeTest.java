package org.comuta.sip.container.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.comuta.sip.container.BeforeMessages;
import org.comuta.sip.container.DialogRecord;
import org.comuta.sip.container.SipContainer;
import org.comuta.sip.container.SipSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dialogs that were told are made again in another container on the same port. */
@Timeout(60)
class RemakeTest {

  private final int port = FreePort.udpAndTcp();
  private final SipSettings settings = SipSettings.at("127.0.0.1", port);

  @Test
  void aDialogThatAPeerBeganGoesOn() throws Exception {
    try (UdpClient peer = new UdpClient(port)) {
      DialogRecord told;
      String to;
      Talking before = new Talking(List.of());
      RunningContainer first = EmbeddedContainer.start(settings, before);
      try {
        peer.send(
            peer.request("INVITE", "again")
                .replace(
                    "Contact:",
                    "Record-Route: <sip:127.0.0.1:" + peer.port() + ";lr>\r\nContact:"));
        to = UdpClient.header("To", peer.receive("SIP/2.0 200"));
        told = before.told.poll(5, TimeUnit.SECONDS);
      } finally {
        first.stop();
      }
      assertThat(told).isNotNull();
      assertThat(told.begunByPeer()).isTrue();
      assertThat(to).endsWith(told.localTag());
      assertThat(told.routes()).containsExactly("<sip:127.0.0.1:" + peer.port() + ";lr>");
      assertThat(told.remoteSequence()).isEqualTo(1);

      Talking after = new Talking(List.of(told));
      RunningContainer second = EmbeddedContainer.start(settings, after);
      try {
        peer.send(peer.request("INFO", "again", 2, to, "i"));
        peer.receive("SIP/2.0 200");
        assertThat(after.requests.poll(5, TimeUnit.SECONDS)).isEqualTo("INFO");

        after.ask("OPTIONS");
        String options = peer.receive("OPTIONS ");
        assertThat(UdpClient.header("From", options)).isEqualTo(to);
        assertThat(UdpClient.header("CSeq", options)).isEqualTo("1 OPTIONS");
        assertThat(UdpClient.header("Route", options)).contains(";lr");
        peer.answer(options, 200, "");
        assertThat(after.responses.poll(5, TimeUnit.SECONDS)).isEqualTo(200);

        peer.send(peer.request("INFO", "again", 1, to, "late"));
        peer.receive("SIP/2.0 500");
        peer.send(peer.request("INFO", "unknown", 2, to, "u"));
        peer.receive("SIP/2.0 481");

        peer.send(peer.request("BYE", "again", 3, to, "b"));
        peer.receive("SIP/2.0 200");
        assertThat(after.told.poll(5, TimeUnit.SECONDS)).isNotNull();
        awaitNoSessions(second);
      } finally {
        second.stop();
      }
    }
  }

  @Test
  void aDialogThatWeBeganGoesOnOverTcpAndTheLaneIsTheSame() throws Exception {
    try (ServerSocket callee = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        UdpClient caller = new UdpClient(port)) {
      BridgingServlet bridge = new BridgingServlet("127.0.0.1", callee.getLocalPort(), "tcp");
      RunningContainer first = EmbeddedContainer.start(settings, bridge);
      DialogRecord told;
      try {
        caller.send(caller.request("INVITE", "bridged"));
        try (Socket connection = callee.accept()) {
          String invite = readHeader(connection);
          connection.getOutputStream().write(ok(invite, callee).getBytes(ISO_8859_1));
          readHeader(connection);
          caller.receive("SIP/2.0 200");
          told = onLane(first, "bridged", () -> first.dialogs().of(bridge.lastCalled()));
          assertThat(first.lanes().ofCallId(told.callId()).number())
              .isEqualTo(first.lanes().ofCallId("bridged").number());
        }
      } finally {
        first.stop();
      }
      assertThat(told.begunByPeer()).isFalse();
      assertThat(told.transport()).isEqualTo("tcp");

      Talking after = new Talking(List.of(told));
      RunningContainer second = EmbeddedContainer.start(settings, after);
      try {
        after.ask("BYE");
        try (Socket connection = callee.accept()) {
          String bye = readHeader(connection);
          assertThat(bye).startsWith("BYE sip:callee@127.0.0.1:" + callee.getLocalPort());
          assertThat(UdpClient.header("Call-ID", bye)).isEqualTo(told.callId());
          assertThat(UdpClient.header("CSeq", bye)).isEqualTo("2 BYE");
          connection.getOutputStream().write(ok(bye, callee).getBytes(ISO_8859_1));
          assertThat(after.responses.poll(5, TimeUnit.SECONDS)).isEqualTo(200);
          awaitNoSessions(second);
        }
      } finally {
        second.stop();
      }
    }
  }

  @Test
  void anAnswerThatIsRepeatedAfterARestartIsAcknowledged() throws Exception {
    try (UdpClient caller = new UdpClient(port);
        UdpClient callee = new UdpClient(port)) {
      BridgingServlet bridge = new BridgingServlet("127.0.0.1", callee.port(), "udp");
      RunningContainer first = EmbeddedContainer.start(settings, bridge);
      DialogRecord told;
      String invite;
      try {
        caller.send(caller.request("INVITE", "repeated"));
        invite = callee.receive("INVITE ");
        callee.answer(invite, 200, "tag");
        callee.receive("ACK ");
        told = onLane(first, "repeated", () -> first.dialogs().of(bridge.lastCalled()));
      } finally {
        first.stop();
      }
      RunningContainer second = EmbeddedContainer.start(settings, new Talking(List.of(told)));
      try {
        callee.answer(invite, 200, "tag");
        String ack = callee.receive("ACK ");
        assertThat(UdpClient.header("CSeq", ack)).isEqualTo("1 ACK");
        assertThat(UdpClient.header("To", ack)).endsWith("tag=tag");
      } finally {
        second.stop();
      }
    }
  }

  @Test
  void whatIsNoDialogLeavesNothing() throws Exception {
    DialogRecord broken =
        new DialogRecord(
            true, "s", "id", "l", "r", "<sip:a@b>", "<sip:c@d", "", List.of(), 0, 1, "udp", "");
    DialogRecord elsewhere =
        new DialogRecord(
            true,
            "s",
            "id",
            "l",
            "r",
            "<sip:a@b>",
            "<sip:c@d>",
            "<sip:c@d>",
            List.of(),
            0,
            1,
            "sctp",
            "");
    RunningContainer container = EmbeddedContainer.start(settings, new Talking(List.of()));
    try {
      for (DialogRecord record : List.of(broken, elsewhere)) {
        assertThatThrownBy(() -> onLane(container, "id", () -> container.dialogs().remake(record)))
            .hasRootCauseInstanceOf(Exception.class)
            .hasMessageContaining(IllegalArgumentException.class.getName());
      }
      assertThat(container.status().applicationSessions()).isZero();
    } finally {
      container.stop();
    }
  }

  private interface Asked<T> {
    T get();
  }

  private static <T> T onLane(RunningContainer container, String callId, Asked<T> asked)
      throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    container
        .lanes()
        .ofCallId(callId)
        .execute(
            () -> {
              try {
                answer.complete(asked.get());
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer.get(5, TimeUnit.SECONDS);
  }

  private static void awaitNoSessions(RunningContainer container) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (container.status().applicationSessions() > 0) {
      assertThat(System.nanoTime()).as("sessions are gone").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static String ok(String request, ServerSocket callee) {
    return "SIP/2.0 200 OK\r\nVia: "
        + UdpClient.header("Via", request)
        + "\r\nFrom: "
        + UdpClient.header("From", request)
        + "\r\nTo: "
        + UdpClient.header("To", request)
        + (request.startsWith("INVITE") ? ";tag=callee" : "")
        + "\r\nCall-ID: "
        + UdpClient.header("Call-ID", request)
        + "\r\nCSeq: "
        + UdpClient.header("CSeq", request)
        + "\r\nContact: <sip:callee@127.0.0.1:"
        + callee.getLocalPort()
        + ";transport=tcp>\r\nContent-Length: 0\r\n\r\n";
  }

  private static String readHeader(Socket connection) throws IOException {
    connection.setSoTimeout(5_000);
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int octet = connection.getInputStream().read();
      if (octet < 0) {
        throw new IOException("ended after: " + text);
      }
      text.append((char) octet);
    }
    return text.toString();
  }

  /** Answers every request, tells the dialogs, and goes on with those it is given. */
  private static final class Talking extends SipServlet implements BeforeMessages {

    private static final long serialVersionUID = 1L;

    final transient BlockingQueue<DialogRecord> told = new LinkedBlockingQueue<>();
    final transient BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    final transient BlockingQueue<Integer> responses = new LinkedBlockingQueue<>();
    private final transient List<DialogRecord> kept;
    private final transient List<SipSession> sessions = new ArrayList<>();
    private transient @Nullable SipContainer container;

    Talking(List<DialogRecord> kept) {
      this.kept = kept;
    }

    @Override
    public void beforeMessages(SipContainer running) {
      container = running;
      for (DialogRecord record : kept) {
        CompletableFuture<SipSession> made = new CompletableFuture<>();
        running
            .lanes()
            .ofCallId(record.callId())
            .execute(() -> made.complete(running.dialogs().remake(record)));
        sessions.add(made.join());
      }
    }

    void ask(String method) {
      SipContainer running = Objects.requireNonNull(container);
      running
          .lanes()
          .ofCallId(kept.getFirst().callId())
          .execute(
              () -> {
                try {
                  sessions.getFirst().createRequest(method).send();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }

    @Override
    protected void doRequest(SipServletRequest request) throws IOException {
      if (request.getMethod().equals("ACK")) {
        return;
      }
      requests.add(request.getMethod());
      SipServletResponse answer = request.createResponse(SipServletResponse.SC_OK);
      SipContainer running = Objects.requireNonNull(container);
      if (request.isInitial()) {
        told.add(running.dialogs().madeBy(answer));
      } else {
        told.add(running.dialogs().of(request.getSession()));
      }
      answer.send();
    }

    @Override
    protected void doResponse(SipServletResponse response) {
      responses.add(response.getStatus());
    }
  }
}
