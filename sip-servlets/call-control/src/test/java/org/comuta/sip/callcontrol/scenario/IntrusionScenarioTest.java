package org.comuta.sip.callcontrol.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.comuta.cause.Failure;
import org.comuta.intrusion.BlockedSource;
import org.comuta.intrusion.Detection;
import org.comuta.intrusion.IntrusionRule;
import org.comuta.intrusion.IntrusionRules;
import org.comuta.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Addresses that misbehave, beside a neighbour whose calls go on. */
class IntrusionScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  private static final InetAddress STRANGE = InetAddress.ofLiteral("127.0.0.9");
  private static final InetSocketAddress EXCHANGE_AT =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Switch.PORT);
  private static final int PATIENCE_MILLIS = 20_000;

  /** An answer that comes in spite of a block comes at once. */
  private static final int SILENCE_MILLIS = 500;

  private static void apply(Detection detection, int attempts) {
    EXCHANGE.connect();
    Snapshot now = EXCHANGE.exchange().configuration().current();
    IntrusionRule rule = new IntrusionRule("strangers", true, "", detection, attempts, 60, 600);
    EXCHANGE
        .exchange()
        .configuration()
        .publish(
            new Snapshot(
                now.revision(),
                now.naps(),
                now.routes(),
                now.interfaces(),
                now.emergencies(),
                IntrusionRules.of(List.of(rule), now.naps().neighbours()),
                now.objects()));
  }

  @AfterEach
  void release() {
    blocked().forEach(one -> EXCHANGE.exchange().guard().release(one.address()));
  }

  private static List<BlockedSource> blocked() {
    return EXCHANGE.exchange().guard().blocked();
  }

  private static long messagesBlocked() {
    return EXCHANGE.edge().counters().getOrDefault("messages_blocked", -1L);
  }

  private static void goodCallGoes() throws InterruptedException {
    assertThat(EXCHANGE.call(EXCHANGE.caller("basic"), EXCHANGE.called("basic")).answeredAt())
        .isNotNull();
  }

  /** A stranger over UDP. */
  private static final class Stranger implements AutoCloseable {
    private final DatagramSocket socket;
    private int sent;

    Stranger() throws IOException {
      socket = new DatagramSocket(0, STRANGE);
    }

    void send(String message) throws IOException {
      byte[] octets = message.getBytes(ISO_8859_1);
      socket.send(new DatagramPacket(octets, octets.length, EXCHANGE_AT));
    }

    String invite() {
      sent++;
      return """
          INVITE sip:2000@127.0.0.1 SIP/2.0
          Via: SIP/2.0/UDP 127.0.0.9:%1$d;branch=z9hG4bKstranger%2$d
          From: <sip:1000@example.com>;tag=stranger
          To: <sip:2000@127.0.0.1>
          Call-ID: stranger%2$d%1$d
          CSeq: 1 INVITE
          Contact: <sip:1000@127.0.0.9:%1$d>
          Max-Forwards: 70
          Content-Length: 0

          """
          .replace("\n", "\r\n")
          .formatted(socket.getLocalPort(), sent);
    }

    /** Waits for an answer to the last INVITE, and takes it. */
    void refused(int status) throws IOException {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String answer;
      do {
        answer = receive();
      } while (!answer.contains("branch=z9hG4bKstranger" + sent + ";")
          && !answer.contains("branch=z9hG4bKstranger" + sent + "\r"));
      assertThat(answer).startsWith("SIP/2.0 " + status);
    }

    /** Whether anything answers this INVITE, which is asked until nothing before it answers. */
    boolean hears() throws IOException {
      String asked = "stranger" + sent;
      socket.setSoTimeout(SILENCE_MILLIS);
      try {
        while (!receive().contains(asked)) {
          // Refusals of before are repeated, as nobody acknowledges them.
        }
        return true;
      } catch (SocketTimeoutException nothing) {
        return false;
      }
    }

    private String receive() throws IOException {
      DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(packet);
      return new String(packet.getData(), 0, packet.getLength(), ISO_8859_1);
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  @Test
  void whoIsNoNapIsBlockedAndReleased() throws Exception {
    apply(Detection.UNKNOWN_SOURCE, 3);
    try (Stranger stranger = new Stranger()) {
      for (int i = 0; i < 3; i++) {
        stranger.send(stranger.invite());
        stranger.refused(403);
        assertThat(EXCHANGE.ledger().next().originRelease().failure())
            .isEqualTo(Failure.UNKNOWN_SOURCE);
      }
      assertThat(blocked()).extracting(BlockedSource::address).containsExactly("127.0.0.9");
      long before = messagesBlocked();
      stranger.send(stranger.invite());
      goodCallGoes();
      assertThat(messagesBlocked()).isEqualTo(before + 1);
      assertThat(stranger.hears()).isFalse();
      assertThat(EXCHANGE.exchange().guard().release("127.0.0.9")).isNotNull();
      stranger.send(stranger.invite());
      stranger.refused(403);
      assertThat(EXCHANGE.ledger().next().originNap()).isNull();
    }
  }

  @Test
  void whoSendsRubbishIsBlockedOverTcpToo() throws Exception {
    apply(Detection.MALFORMED, 2);
    try (Stranger stranger = new Stranger()) {
      stranger.send("INVITE");
      stranger.send("INVITE sip:2000@127.0.0.1 SIP/2.0\r\nCall-ID: rubbish\r\n\r\n");
      Switch.await("a block", () -> !blocked().isEmpty());
    }
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(STRANGE, 0));
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(EXCHANGE_AT, PATIENCE_MILLIS);
      assertThat(socket.getInputStream().read()).as("closed").isEqualTo(-1);
    }
    goodCallGoes();
  }

  @Test
  void whoFloodsIsBlockedAndANeighbourIsNot() throws Exception {
    apply(Detection.FLOOD, 4);
    try (Stranger stranger = new Stranger()) {
      for (int i = 0; i < 50; i++) {
        stranger.send("OPTIONS sip:127.0.0.1 SIP/2.0\r\nCall-ID: flood\r\n\r\n");
      }
      Switch.await("all of the flood", () -> dropped() == 46);
    }
    goodCallGoes();
    goodCallGoes();
    assertThat(blocked()).extracting(BlockedSource::address).containsExactly("127.0.0.9");
  }

  private static long dropped() {
    return blocked().stream().mapToLong(BlockedSource::messages).sum();
  }
}
