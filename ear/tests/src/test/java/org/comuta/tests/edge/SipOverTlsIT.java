package org.comuta.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SipPeer;
import org.comuta.tests.harness.Softphone;
import org.comuta.tests.harness.TlsCaller;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interface gets a certificate, is called over TLS, and shows another one without a restart. */
class SipOverTlsIT {
  private static final int CALLED_PORT = 26_680;
  private static final int PHONE_PORT = 26_690;
  private static final InetSocketAddress SECURE = new InetSocketAddress("127.0.0.2", 27_500);
  private static ComutaServer server;

  @BeforeAll
  static void begin() {
    server = ComutaServer.start();
    makeCertificate();
    put(
        "interfaces/secure",
        "{'address':'127.0.0.2','udpPort':0,'tcpPort':0,'tlsPort':27500,'tlsCertificate':'sip'}");
    put(
        "naps/caller",
        "{'domain':'127.0.0.1','port':0,'transport':'TLS','sipInterface':'secure','mediaSilenceTimeout':0}");
    put("naps/called", "{'domain':'127.0.0.1','port':" + CALLED_PORT + "}");
    put("routes/all", "{'originNap':'caller','destinationNap':'called'}");
    Answer applied = server.rest().post("/api/v1/configuration/apply", "{}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static void put(String path, String body) {
    Answer answer = server.rest().put("/api/v1/" + path, body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private static void makeCertificate() {
    Answer made =
        server
            .rest()
            .post("/api/v1/certificates/sip/self-signed", "{\"commonName\":\"sip.example.net\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(200);
  }

  @Test
  void aCallComesInOverTls() throws Exception {
    try (SipPeer called = new SipPeer(CALLED_PORT, server.sipPort());
        TlsCaller caller = new TlsCaller(SECURE)) {
      caller.call("4832221111", "over-tls");
      Waiting.until("BYE", () -> !called.hungUp().isEmpty());
    }
    assertThat(recordOf("4832221111").getString("originProtocolCallId")).isEqualTo("over-tls");
  }

  @Test
  void aSoftphoneOfOthersCallsOverTls(@TempDir Path folder) throws Exception {
    try (SipPeer called = new SipPeer(CALLED_PORT, server.sipPort());
        Softphone phone =
            new Softphone(folder, PHONE_PORT, "sip:4832222222@127.0.0.2:" + SECURE.getPort(), 3)) {
      String said = phone.ended();
      assertThat(called.hungUp()).as(said).hasSize(1);
    }
    recordOf("4832222222");
  }

  private static JsonObject recordOf(String number) {
    Waiting.until("the record", () -> records(number).getInt("total") == 1);
    JsonObject record = records(number).getJsonArray("items").getJsonObject(0);
    assertThat(record.getString("transport")).isEqualTo("TLS");
    assertThat(record.getString("originNap")).isEqualTo("caller");
    return record;
  }

  private static JsonObject records(String number) {
    return server.rest().get("/api/v1/cdrs?answered=true&calledNumber=" + number).json();
  }

  @Test
  void anotherCertificateIsShownWithoutARestart() throws Exception {
    BigInteger before;
    try (TlsCaller first = new TlsCaller(SECURE)) {
      before = first.shown().getSerialNumber();
    }
    makeCertificate();
    try (TlsCaller second = new TlsCaller(SECURE)) {
      assertThat(second.shown().getSerialNumber()).isNotEqualTo(before);
    }
  }

  @Test
  void aCertificateThatIsNamedIsHeldAndOneThatIsNotThereIsRefused() {
    Answer deleted = server.rest().delete("/api/v1/certificates/sip");
    assertThat(deleted.status()).isEqualTo(409);
    assertThat(deleted.body()).contains("secure");
    assertThat(server.rest().get("/api/v1/certificates/sip").json().getJsonArray("interfaces"))
        .hasToString("[\"secure\"]");
    Answer refused =
        server
            .rest()
            .put(
                "/api/v1/interfaces/other",
                "{\"address\":\"127.0.0.3\",\"tlsCertificate\":\"none\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("tlsCertificate");
  }

  @ParameterizedTest
  @CsvSource({"-tls1_1, false", "-tls1_2, true", "-tls1_3, true"})
  void onlyTls12And13AreSpoken(String version, boolean spoken) throws Exception {
    Process client =
        new ProcessBuilder("openssl", "s_client", "-connect", "127.0.0.2:27500", version, "-brief")
            .redirectErrorStream(true)
            .start();
    client.getOutputStream().close();
    String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(client.waitFor() == 0).as(said).isEqualTo(spoken);
  }
}
