package org.comuta.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.SipPeer;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Named interfaces on addresses of loopback: a call comes in at one and leaves by another, and what
 * an interface does not serve is turned away there.
 */
@ExtendWith(SharedServer.class)
class InterfacesIT {
  private static final int CALLER_PORT = 26_570;
  private static final int CALLED_PORT = 26_580;
  private static final int INNER_PORT = 27_100;
  private static final int OUTER_PORT = 27_200;
  private static final Pattern AUDIO = Pattern.compile("m=audio ([0-9]+) ");
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static void put(String path, String body) {
    Answer answer = server.rest().put("/api/v1/" + path, body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private static Answer apply(RestClient by) {
    return by.post("/api/v1/configuration/apply", "{}");
  }

  private static void apply() {
    Answer applied = apply(server.rest());
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
  }

  private static void putInterface(String name, String address, int port, int media, String more) {
    put(
        "interfaces/" + name,
        "{'address':'%s','udpPort':%d,'tcpPort':0,'mediaPortFirst':%d,'mediaPortLast':%d%s}"
            .formatted(address, port, media, media + 19, more));
  }

  private static void connect() {
    putInterface("inner", "127.0.0.2", INNER_PORT, 41_000, "");
    putInterface("outer", "127.0.0.3", OUTER_PORT, 41_100, "");
    put("naps/caller", nap(CALLER_PORT, "inner"));
    put("naps/called", nap(CALLED_PORT, "outer"));
    put("routes/all", "{'originNap':'caller','destinationNap':'called'}");
    apply();
  }

  private static String nap(int port, String at) {
    return "{'domain':'127.0.0.1','port':%d,'sipInterface':'%s','mediaSilenceTimeout':0}"
        .formatted(port, at);
  }

  private static String listening() {
    return server.rest().get("/api/v1/listening-points").body();
  }

  @Test
  void aCallComesInAtOneLeavesByAnotherAndOutlivesBothAndTheServer() {
    connect();
    assertThat(listening()).contains("127.0.0.2", "127.0.0.3");
    try (SipPeer caller = new SipPeer(CALLER_PORT, new InetSocketAddress("127.0.0.2", INNER_PORT));
        SipPeer called = new SipPeer(CALLED_PORT, new InetSocketAddress("127.0.0.3", OUTER_PORT))) {
      String first = caller.call("4832221111", "between-interfaces");
      Waiting.until("ACK", () -> called.acknowledged().size() == 1);
      String there = called.acknowledged().iterator().next();
      assertMedia(caller.told(first), "127.0.0.2", 41_000);
      assertMedia(called.told(there), "127.0.0.3", 41_100);

      server.kill();
      server.up();
      assertThat(listening()).contains("127.0.0.2", "127.0.0.3");
      caller.change(first);
      assertMedia(called.told(there), "127.0.0.3", 41_100);

      put("naps/caller", nap(CALLER_PORT, ""));
      put("naps/called", nap(CALLED_PORT, ""));
      putInterface("inner", "127.0.0.2", INNER_PORT, 41_000, ",'enabled':false");
      putInterface("outer", "127.0.0.3", OUTER_PORT, 41_100, ",'enabled':false");
      apply();
      called.change(there);
      called.hangUp(there);
      Waiting.until("BYE", () -> caller.hungUp().contains(first));
    }
    Waiting.until("ports that no call needs are closed", () -> !listening().contains("127.0.0.2"));
    Waiting.until("its record", () -> records("between-interfaces").getInt("total") > 0);
    JsonObject record = records("between-interfaces");
    assertThat(record.getInt("total")).isEqualTo(1);
    assertThat(record.getJsonArray("items").getJsonObject(0).getInt("cause")).isEqualTo(16);
  }

  private static JsonObject records(String protocolCallId) {
    return server.rest().get("/api/v1/cdrs?originProtocolCallId=" + protocolCallId).json();
  }

  private static void assertMedia(String description, String address, int firstPort) {
    assertThat(description).contains("c=IN IP4 " + address + "\r\n");
    Matcher port = AUDIO.matcher(description);
    assertThat(port.find()).as(description).isTrue();
    assertThat(Integer.parseInt(port.group(1))).isBetween(firstPort, firstPort + 19);
  }

  @Test
  void whatCannotBeOpenedIsNamedAndTheOldConfigurationStaysLive() throws Exception {
    apply();
    int before = server.status().getInt("revision");
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress("127.0.0.5", 27_300))) {
      assertThat(taken.isBound()).isTrue();
      putInterface("taken", "127.0.0.5", 27_300, 41_200, "");
      putInterface("foreign", "192.0.2.1", 27_300, 41_200, "");
      Answer refused = apply(server.rest());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body())
          .contains("taken", "foreign", "udpPort", "127.0.0.5:27300", "192.0.2.1:27300");
      assertThat(server.status().getInt("revision")).isEqualTo(before);
    }
    assertThat(server.rest().delete("/api/v1/interfaces/foreign").status()).isEqualTo(204);
    apply();
    assertThat(listening()).contains("127.0.0.5");
    assertThat(server.rest().delete("/api/v1/interfaces/taken").status()).isEqualTo(204);
    apply();
    Waiting.until("closed", () -> !listening().contains("127.0.0.5"));
  }

  @Test
  void anAddressServesWhatItsInterfaceNames() {
    RestClient stranger = server.rest().from("127.0.0.2");
    putInterface("own", "127.0.0.1", 27_400, 41_300, ",'services':['SIP','METRICS','API']");
    apply();
    assertThat(stranger.get("/metrics").status()).isEqualTo(200);
    assertThat(stranger.get("/api/v1/naps").status()).isEqualTo(200);
    Answer portal = stranger.get("/sign-in.xhtml");
    assertThat(portal.status()).isEqualTo(403);
    assertThat(portal.body()).contains("urn:comuta:problem:interface");

    putInterface("own", "127.0.0.1", 27_400, 41_300, ",'services':['SIP']");
    Answer refused = apply(stranger);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("own", "services");
    assertThat(stranger.get("/api/v1/naps").status()).isEqualTo(200);
    // This machine itself is never shut out, and so may do it.
    apply();
    assertThat(stranger.get("/api/v1/naps").status()).isEqualTo(403);
    assertThat(stranger.get("/metrics").status()).isEqualTo(403);
    assertThat(server.rest().get("/api/v1/naps").status()).isEqualTo(200);
    assertThat(server.rest().delete("/api/v1/interfaces/own").status()).isEqualTo(204);
    apply();
    assertThat(stranger.get("/api/v1/naps").status()).isEqualTo(200);
  }
}
