package org.comuta.sip.container.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.SipSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The container with a servlet that answers, spoken to over real sockets. */
@Timeout(60)
class ContainerTest {

  private static final int PORT = FreePort.udpAndTcp();

  private static RecordingServlet servlet;
  private static RunningContainer container;
  private UdpClient client;

  @BeforeAll
  static void start() throws Exception {
    servlet = new RecordingServlet();
    container = EmbeddedContainer.start(SipSettings.at("127.0.0.1", PORT), servlet);
  }

  @AfterAll
  static void stop() {
    container.stop();
  }

  @BeforeEach
  void connect() throws IOException {
    client = new UdpClient(PORT);
    servlet.forget();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void aCallIsAnsweredAndEndedAndItsSessionGoesAtOnce() throws Exception {
    client.send(client.request("INVITE", "call1"));
    client.receive("SIP/2.0 180");
    SipApplicationSession session = servlet.requests.take().getApplicationSession();
    assertThat(session.isValid()).isTrue();
    String answer = client.receive("SIP/2.0 200");
    String to = UdpClient.header("To", answer);
    client.send(client.request("ACK", "call1", 1, to, "ack1"));
    client.send(client.request("BYE", "call1", 2, to, "bye1"));
    assertThat(client.receive("SIP/2.0 200")).contains("CSeq: 2 BYE", "Server: Comuta\r\n");
    onLaneOf("call1");
    assertThat(session.isValid()).isFalse();
  }

  @Test
  void anInviteRepeatedAfterItsAnswerDoesNotBeginASecondCall() throws Exception {
    String invite = client.request("INVITE", "twice");
    client.send(invite);
    String to = UdpClient.header("To", client.receive("SIP/2.0 200"));
    client.send(client.request("ACK", "twice", 1, to, "acktwice"));
    onLaneOf("twice");
    client.send(invite);
    client.send(client.request("OPTIONS", "twice"));
    client.receive("SIP/2.0 200");
    assertThat(servlet.requests).hasSize(1);
  }

  @Test
  void aRepeatedByeIsAnsweredAgainAlthoughItsSessionIsGone() throws Exception {
    client.send(client.request("INVITE", "call2"));
    String to = UdpClient.header("To", client.receive("SIP/2.0 200"));
    client.send(client.request("ACK", "call2", 1, to, "ack2"));
    String bye = client.request("BYE", "call2", 2, to, "bye2");
    client.send(bye);
    String first = client.receive("SIP/2.0 200");
    onLaneOf("call2");
    client.send(bye);
    assertThat(client.receive()).isEqualTo(first);
  }

  @Test
  void aRequestOfACallThatIsGoneGets481() throws Exception {
    client.send(client.request("BYE", "gone", 2, "<sip:service@127.0.0.1>;tag=never", "x"));
    assertThat(client.receive()).startsWith("SIP/2.0 481");
  }

  @Test
  void aRequestOfAForeignDialogIsNotRelayed() throws Exception {
    try (UdpClient bystander = new UdpClient(PORT)) {
      bystander.socket.setSoTimeout(300);
      client.send(
          client
              .request("INFO", "relay", 2, "<sip:service@127.0.0.1>;tag=foreign", "x")
              .replaceFirst("sip:service@127.0.0.1", "sip:victim@127.0.0.1:" + bystander.port()));
      assertThat(client.receive()).startsWith("SIP/2.0 481");
      assertThatThrownBy(bystander::receive).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void everythingOfACallRunsOnItsLane() throws Exception {
    client.send(client.request("OPTIONS", "laneful"));
    client.receive("SIP/2.0 200");
    Lane lane = servlet.lanes.poll(5, SECONDS);
    assertThat(lane).isSameAs(container.lanes().ofCallId("laneful"));
    assertThat(servlet.sessionLanes.poll(5, SECONDS)).isSameAs(lane);
  }

  static List<Arguments> spoiltParts() {
    return List.of(
        arguments("CSeq: 1 OPTIONS", "CSeq: 1 INVITE", 400),
        arguments("CSeq: 1 OPTIONS", "CSeq: x OPTIONS", 400),
        arguments("127.0.0.1 SIP/2.0", "127.0.0.1 SIP/3.0", 505),
        arguments("Content-Length: 0", "Content-Length: 5", 400),
        arguments("Content-Length: 0", "Content-Length: -5", 400),
        arguments("Content-Length: 0", "Content-Length: nine", 400),
        arguments(";tag=from", ";notag=from", 400),
        arguments("sip:service@127.0.0.1 SIP", "sip:[:::: SIP", 400),
        arguments("Call-ID: bad", "Call-ID: b;ad", 400),
        arguments("SIP/2.0/UDP", "SIP/2.0/JDP", 400),
        arguments("From: <sip:", "From: <8ip:", 400),
        arguments("To: <sip:", "To: <s~p:", 400),
        arguments("Contact: <sip:", "Contact: <~ip:", 400),
        arguments("OPTIONS sip:", "OPTIONS s~p:", 400),
        arguments("SIP/2.0/UDP", "SIP/2.0/TCP", 400));
  }

  @Test
  void anInviteWithoutContactIsRefusedAndCounted() throws Exception {
    String invite = client.request("INVITE", "contactless").replaceFirst("Contact: [^\r]*\r\n", "");
    assertThat(invite).doesNotContain("Contact");
    long before = container.status().malformed();
    client.send(invite);
    assertThat(client.receive()).startsWith("SIP/2.0 400");
    assertThat(container.status().malformed()).isEqualTo(before + 1);
    assertThat(servlet.requests).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("spoiltParts")
  void aBadRequestIsRefusedAndCounted(String good, String bad, int status) throws Exception {
    String request = client.request("OPTIONS", "bad");
    long before = container.status().malformed();
    assertThat(request).contains(good);
    client.send(request.replace(good, bad));
    assertThat(client.receive()).startsWith("SIP/2.0 " + status);
    assertThat(container.status().malformed()).isEqualTo(before + 1);
  }

  @Test
  void rubbishIsCountedAndNeverAnsweredAndCallsGoOn() throws Exception {
    long before = container.status().malformed();
    client.send("hello");
    client.send("SIP/2.0 200 OK\r\n\r\n");
    client.send("\u0000\u0001\u0002\u00ff".repeat(1_000));
    client.send("INVITE sip:x SIP/2.0\r\n" + " x\r\n".repeat(5_000) + "\r\n");
    client.send(client.request("OPTIONS", "after"));
    assertThat(client.receive()).startsWith("SIP/2.0 200").contains("Call-ID: after");
    assertThat(container.status().malformed()).isEqualTo(before + 4);
  }

  @Test
  void aDoubleLineEndIsAnsweredWithOne() throws Exception {
    client.send("\r\n\r\n");
    assertThat(client.receive()).isEqualTo("\r\n");
  }

  @Test
  void answersGoToWhereTheRequestCameFromWhateverItClaims() throws Exception {
    String request =
        client
            .request("OPTIONS", "claims")
            .replace(";branch=", ";maddr=127.0.0.9;received=127.0.0.9;rport=9;branch=");
    client.send(request);
    assertThat(UdpClient.header("Via", client.receive("SIP/2.0 200")))
        .contains("received=127.0.0.1", "rport=" + client.port())
        .doesNotContain("127.0.0.9");
  }

  @Test
  void lineEndsBeforeAMessageAreNotPartOfIt() throws Exception {
    client.send("\r\n\r\n" + client.request("OPTIONS", "before"));
    client.receive("SIP/2.0 200");
  }

  @Test
  void octetsBehindTheBodyAreNotPartOfTheMessage() throws Exception {
    client.send(client.request("OPTIONS", "tail") + "more");
    client.receive("SIP/2.0 200");
    assertThat(servlet.bodies.poll(5, SECONDS)).isEmpty();
  }

  @Test
  void aSessionOfAnotherCallCannotBeNamedByAStranger() throws Exception {
    client.send(client.request("INVITE", "victim"));
    client.receive("SIP/2.0 200");
    servlet.sessionIds.clear();
    SipServletRequest victim = servlet.requests.take();
    String key = victim.getApplicationSession().getId();
    client.send(
        client
            .request("INVITE", "thief")
            .replaceFirst(
                "sip:service@127.0.0.1",
                "sip:service@127.0.0.1;org.mobicents.servlet.sip.ApplicationSessionKey="
                    + key.replace(";", "%3B")));
    client.receive("SIP/2.0 200");
    assertThat(servlet.sessionIds.poll(5, SECONDS)).isNotEqualTo(key);
  }

  @Test
  void tcpCarriesSeveralMessagesAndAPing() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      socket.setSoTimeout(5_000);
      String both = tcpOptions("one") + "\r\n\r\n" + tcpOptions("two");
      socket.getOutputStream().write(both.getBytes(ISO_8859_1));
      InputStream in = socket.getInputStream();
      StringBuilder received = new StringBuilder();
      while (!(received.toString().contains("Call-ID: one")
          && received.toString().contains("Call-ID: two"))) {
        byte[] piece = in.readNBytes(1);
        assertThat(piece).as(received.toString()).isNotEmpty();
        received.append(new String(piece, ISO_8859_1));
      }
    }
  }

  private String tcpOptions(String callId) {
    return client.request("OPTIONS", callId).replace("SIP/2.0/UDP", "SIP/2.0/TCP");
  }

  /** Waits until all that the call's lane had to do is done. */
  private void onLaneOf(String callId) throws InterruptedException {
    BlockingQueue<String> reached = new LinkedBlockingQueue<>();
    Lane lane = container.lanes().ofCallId(callId);
    lane.execute(() -> lane.execute(() -> lane.execute(() -> reached.add(callId))));
    assertThat(reached.poll(5, SECONDS)).isEqualTo(callId);
  }

  /** Notes what it sees. */
  private static final class RecordingServlet extends AnsweringServlet {

    private static final long serialVersionUID = 1L;

    final transient BlockingQueue<Lane> lanes = new LinkedBlockingQueue<>();
    final transient BlockingQueue<Lane> sessionLanes = new LinkedBlockingQueue<>();
    final transient BlockingQueue<String> sessionIds = new LinkedBlockingQueue<>();
    final transient BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    final transient BlockingQueue<SipServletRequest> requests = new LinkedBlockingQueue<>();

    void forget() {
      List.of(lanes, sessionLanes, sessionIds, bodies, requests).forEach(BlockingQueue::clear);
    }

    @Override
    protected void doInvite(SipServletRequest request) throws IOException {
      requests.add(request);
      sessionIds.add(request.getApplicationSession().getId());
      super.doInvite(request);
    }

    @Override
    protected void doOptions(SipServletRequest request) throws IOException {
      Lane lane = Lane.current();
      if (lane != null) {
        lanes.add(lane);
      }
      sessionLanes.add(Lanes.of(request.getSession()));
      byte[] body = request.getRawContent();
      bodies.add(body == null ? "" : new String(body, ISO_8859_1));
      request.createResponse(SipServletResponse.SC_OK).send();
    }
  }
}
