package org.comuta.tests.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Addresses that scan for open exchanges, from the rule that blocks them to their release. */
@ExtendWith(SharedServer.class)
class IntrusionIT {
  private static final String API = "/api/v1/";
  private static final String STRANGE = "127.0.0.9";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static Answer put(String path, String body) {
    return server.rest().put(API + path, body.replace('\'', '"'));
  }

  private static void apply() {
    Answer applied = server.rest().post(API + "configuration/apply", "{}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
  }

  private static JsonArray items(String path) {
    return server.rest().get(API + path).json().getJsonArray("items");
  }

  private static String askedFrom(DatagramSocket socket, String number) throws IOException {
    byte[] invite =
        """
        INVITE sip:%2$s@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.9:%1$d;branch=z9hG4bK%2$s
        From: <sip:1000@example.com>;tag=%2$s
        To: <sip:%2$s@127.0.0.1>
        Call-ID: %2$s-%1$d
        CSeq: 1 INVITE
        Contact: <sip:1000@127.0.0.9:%1$d>
        Max-Forwards: 70
        Content-Length: 0

        """
            .replace("\n", "\r\n")
            .formatted(socket.getLocalPort(), number)
            .getBytes(ISO_8859_1);
    socket.send(
        new DatagramPacket(
            invite,
            invite.length,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.sipPort())));
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    String answer;
    do {
      socket.receive(packet);
      answer = new String(packet.getData(), 0, packet.getLength(), ISO_8859_1);
    } while (!answer.contains("z9hG4bK" + number));
    return answer;
  }

  @Test
  void aScannerIsBlockedListedAndReleased() throws IOException {
    assertThat(put("intrusion-rules/scanners", "{'attempts':2}").status()).isEqualTo(201);
    apply();
    try (DatagramSocket scanner = new DatagramSocket(0, InetAddress.ofLiteral(STRANGE));
        Browser browser = Browser.open(server.portal(), "en")) {
      scanner.setSoTimeout(20_000);
      assertThat(askedFrom(scanner, "9001")).startsWith("SIP/2.0 403");
      assertThat(askedFrom(scanner, "9002")).startsWith("SIP/2.0 403");
      JsonObject blocked = items("blocked-sources").getJsonObject(0);
      assertThat(blocked.getString("address")).isEqualTo(STRANGE);
      assertThat(blocked.getString("rule")).isEqualTo("scanners");
      assertThat(blocked.getString("detection")).isEqualTo("UNKNOWN_SOURCE");
      assertThat(blocked.getInt("secondsLeft")).isBetween(3_500, 3_600);
      Waiting.until("an alarm", () -> !items("alarms?condition=SOURCES_BLOCKED").isEmpty());

      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/blocked-sources.xhtml");
      browser.awaitText("#sources\\:table", STRANGE);
      browser.click("#sources\\:table [aria-label='Release " + STRANGE + "']");
      browser.click(".ui-confirmdialog-yes");
      browser.awaitText("#sources\\:table", "Nobody is blocked.");
      assertThat(items("audit?action=SOURCE_RELEASE").getJsonObject(0).getString("object"))
          .isEqualTo(STRANGE);
      assertThat(askedFrom(scanner, "9003")).startsWith("SIP/2.0 403");
    }
    assertThat(server.rest().delete(API + "blocked-sources/192.0.2.77").status()).isEqualTo(404);
  }

  @Test
  void badRulesAndNumbersAreRefusedByTheirFields() {
    assertThat(put("intrusion-rules/bad", "{'attempts':0}").body()).contains("\"attempts\"");
    assertThat(put("intrusion-rules/bad", "{'detection':'NOISE'}").body())
        .contains("\"detection\"");
    assertThat(put("emergency-lists/bad", "{'numbers':['190','one']}").body())
        .contains("\"numbers\"");
    assertThat(put("emergency-lists/bad", "{}").status()).isEqualTo(422);
    assertThat(put("emergency-lists/brasil", "{'numbers':['190','192','193']}").status())
        .isEqualTo(201);
  }
}
