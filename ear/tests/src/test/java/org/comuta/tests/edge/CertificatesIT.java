package org.comuta.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.comuta.tests.harness.Believing;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate of portal and API is exchanged while the server runs. */
class CertificatesIT {
  private static final String CERTIFICATES = "/api/v1/certificates";
  private static ComutaServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void begin() {
    server = ComutaServer.start();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  /** A connection that stays open, whoever the server says it is. */
  private static final class Connection implements AutoCloseable {
    private final SSLSocket socket;

    Connection() throws IOException, GeneralSecurityException {
      SSLContext context = Believing.context();
      socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.httpsPort());
      socket.setSoTimeout(30_000);
      socket.startHandshake();
    }

    String fingerprint() throws IOException, GeneralSecurityException {
      Certificate shown = socket.getSession().getPeerCertificates()[0];
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
    }

    /** The first line of the answer to a request on this connection. */
    String ask() throws IOException {
      String request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String first = reader.readLine();
      int length = 0;
      for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      for (int i = 0; i < length; i++) {
        reader.read();
      }
      return first;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String shown() throws IOException, GeneralSecurityException {
    try (Connection connection = new Connection()) {
      return connection.fingerprint();
    }
  }

  private static JsonObject done(RestClient.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String fingerprint(JsonObject certificate) {
    return certificate.getJsonObject("certificate").getString("fingerprint");
  }

  private static JsonObject selfSigned(String name) {
    return done(
        server
            .rest()
            .post(
                CERTIFICATES + "/" + name + "/self-signed",
                "{\"commonName\":\"localhost\",\"alternativeNames\":[\"127.0.0.1\"],\"days\":90}"));
  }

  private String openSsl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String told = Files.readString(output);
    assertThat(process.exitValue()).as(told).isZero();
    return told;
  }

  @Test
  void newConnectionsAreShownTheNewCertificateAndOpenOnesLiveOn() throws Exception {
    JsonObject first = done(server.rest().get(CERTIFICATES + "/https"));
    assertThat(first.getJsonArray("uses").getString(0)).isEqualTo("HTTPS");
    assertThat(shown()).isEqualTo(fingerprint(first));
    try (Connection open = new Connection()) {
      assertThat(open.ask()).contains("200");
      JsonObject made = selfSigned("fresh");
      assertThat(shown()).isEqualTo(fingerprint(first));
      done(server.rest().put(CERTIFICATES + "/fresh/uses/https", ""));
      assertThat(shown()).isEqualTo(fingerprint(made));
      assertThat(open.ask()).contains("200");
      assertThat(server.rest().delete(CERTIFICATES + "/fresh").status()).isEqualTo(409);
      JsonObject renewed = selfSigned("fresh");
      assertThat(shown()).isEqualTo(fingerprint(renewed)).isNotEqualTo(fingerprint(made));
      assertThat(open.ask()).contains("200");
    }
    server.kill();
    server.up();
    assertThat(shown()).isEqualTo(fingerprint(done(server.rest().get(CERTIFICATES + "/fresh"))));
    assertThat(server.rest().get("/metrics").body())
        .contains("comuta_certificate_expiry_timestamp_seconds{certificate=\"fresh\"}");
    done(server.rest().put(CERTIFICATES + "/https/uses/https", ""));
    assertThat(shown()).isEqualTo(fingerprint(first));
    assertThat(server.rest().get("/api/v1/audit?action=CERTIFICATE_USE").json().getInt("total"))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void anAuthoritySignsOurRequestAndBrowsersOfTheHouseAcceptIt() throws Exception {
    RestClient rest = server.rest();
    done(
        rest.post(
            CERTIFICATES + "/house/request",
            "{\"commonName\":\"localhost\",\"key\":\"RSA_2048\",\"organization\":\"House\"}"));
    String request = rest.get(CERTIFICATES + "/house/request", "application/x-pem-file").body();
    Files.writeString(folder.resolve("csr.pem"), request);
    openSsl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-subj",
        "/CN=House",
        "-days",
        "400");
    openSsl(
        "x509",
        "-req",
        "-in",
        "csr.pem",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-out",
        "signed.pem",
        "-days",
        "200",
        "-copy_extensions",
        "copy");
    JsonObject signed =
        done(
            rest.put(
                CERTIFICATES + "/house",
                Json.createObjectBuilder()
                    .add("pem", Files.readString(folder.resolve("signed.pem")))
                    .build()
                    .toString()));
    assertThat(signed.getJsonArray("problems").toString()).contains("INCOMPLETE");
    done(
        rest.put(
            "/api/v1/trusted-authorities/house",
            Json.createObjectBuilder()
                .add("pem", Files.readString(folder.resolve("ca.pem")))
                .build()
                .toString()));
    JsonObject trusted = done(rest.put(CERTIFICATES + "/house/uses/https", ""));
    assertThat(trusted.getJsonArray("problems")).isEmpty();
    assertThat(
            openSsl(
                "s_client",
                "-connect",
                "127.0.0.1:" + server.httpsPort(),
                "-CAfile",
                "ca.pem",
                "-verify_return_error",
                "-verify_hostname",
                "localhost",
                "-brief"))
        .contains("Verification: OK");
    assertThat(
            rest.call(
                    "POST",
                    CERTIFICATES + "/house/export",
                    "{\"passphrase\":\"short\"}",
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(422);
    assertThat(rest.delete("/api/v1/trusted-authorities/house").status()).isEqualTo(204);
    done(rest.put(CERTIFICATES + "/https/uses/https", ""));
    assertThat(rest.delete(CERTIFICATES + "/house").status()).isEqualTo(204);
  }

  @Test
  void noAnswerHoldsAPrivateKey() {
    selfSigned("shown");
    for (String path : List.of("", "/shown", "/shown/chain")) {
      String type = path.endsWith("chain") ? "application/x-pem-file" : "application/json";
      assertThat(server.rest().get(CERTIFICATES + path, type).body())
          .contains(path.endsWith("chain") ? "BEGIN CERTIFICATE" : "fingerprint")
          .doesNotContain("PRIVATE", "sealed:");
    }
  }

  @Test
  void thePortalMakesACertificate() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/certificates.xhtml");
      browser.click("#own\\:selfSigned");
      browser.type("new:name", "by-hand");
      browser.type("new:commonName", "pbx.example.net");
      browser.type("new:country", "bra");
      browser.click("#new\\:make");
      browser.awaitText("#newDialog", "Two capital letters");
      browser.type("new:country", "BR");
      browser.click("#new\\:make");
      browser.awaitText("#own\\:table_data", "by-hand");
      browser.awaitText("#own\\:table_data", "Self-signed");
    }
    assertThat(server.rest().delete(CERTIFICATES + "/by-hand").status()).isEqualTo(204);
  }
}
