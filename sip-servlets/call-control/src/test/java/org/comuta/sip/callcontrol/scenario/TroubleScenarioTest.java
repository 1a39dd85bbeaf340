package org.comuta.sip.callcontrol.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TroubleScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @Test
  void anErrorOfOursEndsItsCallAndNoOther() throws Exception {
    EXCHANGE.connect("'ignoreSourcePort':true", "");
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp talking = Sipp.calls(EXCHANGE.caller("waits"), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      EXCHANGE.ledger().failsFor = "called";
      Sipp.Part fails = EXCHANGE.caller("refused").with("status", "500");
      CallRecord record = EXCHANGE.call(fails.at(EXCHANGE.port("other")));
      assertThat(record.originRelease().failure()).isEqualTo(Failure.INTERNAL_ERROR);
      assertThat(record.originRelease().cause().value()).isEqualTo(41);
      talking.succeeds();
      answering.succeeds();
    } finally {
      EXCHANGE.ledger().failsFor = "";
    }
    assertThat(EXCHANGE.ledger().next().originRelease().failure()).isNull();
  }

  @Test
  void goodCallsPassBesideBrokenMessages() throws Exception {
    EXCHANGE.connect();
    try (DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      String good = invite(sender.getLocalPort());
      List<String> broken =
          List.of(
              "",
              "\r\n\r\n",
              "INVITE",
              good.substring(0, 60),
              good.replace("Call-ID", "No-Call-ID"),
              good.replace("CSeq: 1 INVITE", "CSeq: 99999999999 INVITE"),
              good.replace("CSeq: 1 INVITE", "CSeq: 1 BYE"),
              good.replace("sip:2000@127.0.0.1 SIP", "sip:%%%@@ SIP"),
              good.replace("<sip:1000@127.0.0.1>", "<<<sip:"),
              good.replace("Content-Length: 0", "Content-Length: -5"),
              good.replace("Content-Length: 0", "Content-Length: 9999"),
              good.replace(
                      "Content-Length: 0", "Content-Type: application/sdp\r\nContent-Length: 4")
                  + "m=au",
              good.replace("Max-Forwards: 70", "Max-Forwards: many"),
              noise());
      for (String text : broken) {
        byte[] octets = text.getBytes(ISO_8859_1);
        sender.send(
            new DatagramPacket(
                octets, octets.length, InetAddress.getLoopbackAddress(), Switch.PORT));
      }
    }
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("basic"), Switch.PORT, "2000")) {
      calling.succeeds();
      answering.succeeds();
    }
    CallRecord record = EXCHANGE.ledger().next();
    while (record.answeredAt() == null) {
      assertThat(record.originRelease().failure()).isEqualTo(Failure.UNKNOWN_SOURCE);
      record = EXCHANGE.ledger().next();
    }
    assertThat(record.originNap()).isEqualTo("caller");
  }

  @Test
  void anAnswerSentAgainIsAcknowledgedAgain() throws Exception {
    EXCHANGE.connect();
    try (RawPeer called = new RawPeer(EXCHANGE.port("called"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("basic"), Switch.PORT, "2000")) {
      called.receive("INVITE");
      String answer = called.reply("200 OK");
      String ack = called.receive("ACK");
      called.send(answer);
      assertThat(called.receive("ACK")).isEqualTo(ack);
      called.receive("BYE");
      called.reply("200 OK");
      calling.succeeds();
    }
    assertThat(EXCHANGE.ledger().next().answeredAt()).isNotNull();
  }

  @Test
  void anAnswerIsSentAgainUntilItIsAcknowledged() throws Exception {
    EXCHANGE.connect();
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("acknowledges-late"), Switch.PORT, "2000")) {
      calling.succeeds();
      answering.succeeds();
      assertThat(calling.messages().split("SIP/2.0 200 OK\r?\nCSeq: 1 INVITE", -1).length)
          .isGreaterThan(2);
    }
    assertThat(EXCHANGE.ledger().next().answeredAt()).isNotNull();
  }

  private static String invite(int port) {
    return """
        INVITE sip:2000@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%1$d;branch=z9hG4bKbroken
        From: <sip:1000@127.0.0.1>;tag=broken
        To: <sip:2000@127.0.0.1>
        Call-ID: broken
        CSeq: 1 INVITE
        Contact: <sip:1000@127.0.0.1:%1$d>
        Max-Forwards: 70
        Content-Length: 0

        """
        .formatted(port)
        .replace("\n", "\r\n");
  }

  private static String noise() {
    byte[] octets = new byte[1400];
    new Random(1).nextBytes(octets);
    return new String(octets, ISO_8859_1);
  }
}
