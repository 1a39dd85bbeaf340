package org.comuta.tests.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Sipp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The logs of the assembled server: what is set counts at once and stays, and holds no secret. */
@ExtendWith(SharedServer.class)
class LogsIT {
  private static final int CALLER_PORT = 25_170;
  private static final int CALLED_PORT = 25_180;
  private static final String DIGEST = "7587245234b3434cc3412213e5f113a5";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static JsonObject done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return answer.json();
  }

  /** The number of the newest line. */
  private static long last() {
    return done(server.rest().get("/api/v1/logs/tail?size=1")).getJsonNumber("last").longValue();
  }

  private static List<JsonObject> tail(long after, String query) {
    return done(server.rest().get("/api/v1/logs/tail?size=1000&after=" + after + "&" + query))
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  private static Path log(String name) {
    return server.state().resolve("log").resolve(name);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void waitUntil(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      LockSupport.parkNanos(50_000_000L);
    }
  }

  private static void call() {
    try (Sipp called = Sipp.builtin("uas").on(CALLED_PORT).start();
        Sipp caller =
            Sipp.scenario("caller-with-credentials")
                .on(CALLER_PORT)
                .with("-s", "4832221111", "-d", "200")
                .calls(1)
                .to(server.sipPort())
                .start()) {
      assertThat(caller.await(30)).as(caller.screen()).isZero();
      assertThat(called.isRunning()).isTrue();
    }
  }

  private static void connect() {
    RestClient rest = server.rest();
    done(
        rest.put("/api/v1/naps/caller", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLER_PORT + "}"));
    done(
        rest.put("/api/v1/naps/called", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLED_PORT + "}"));
    done(
        rest.put("/api/v1/routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}"));
    done(rest.post("/api/v1/configuration/apply", "{}"));
  }

  /** Applies something, of which the configuration writes a line at INFO. */
  private static void change(String description) {
    done(
        server
            .rest()
            .put(
                "/api/v1/naps/third",
                "{\"domain\":\"192.0.2.3\",\"description\":\"" + description + "\"}"));
    done(server.rest().post("/api/v1/configuration/apply", "{}"));
  }

  @Test
  void levelsTracesAndFilesOfARunningServer() throws Exception {
    connect();
    RestClient rest = server.rest();
    JsonObject shipped = done(rest.get("/api/v1/log-settings"));
    assertThat(shipped.getInt("keepMegabytes")).isEqualTo(5_120);
    Answer wrong = rest.put("/api/v1/log-settings", "{\"levels\":{\"SERVER\":\"TRACE\"}}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"field\":\"levels.SERVER\"");

    // A level is seen at once, and what nobody wants is not written.
    long before = last();
    done(
        rest.put(
            "/api/v1/log-settings",
            "{\"levels\":{\"CONFIGURATION\":\"DEBUG\",\"API\":\"DEBUG\",\"CALLS\":\"DEBUG\","
                + "\"ROUTING\":\"TRACE\",\"RECORDS\":\"DEBUG\",\"DATABASE\":\"DEBUG\"}}"));
    change("told in detail");
    call();
    for (String component :
        List.of("CONFIGURATION", "API", "CALLS", "ROUTING", "RECORDS", "DATABASE")) {
      waitUntil(
          () ->
              tail(before, "component=" + component).stream()
                  .anyMatch(line -> line.getString("level").equals("DEBUG")));
    }
    long begun = last();
    done(rest.put("/api/v1/log-settings", "{\"levels\":{\"CONFIGURATION\":\"ERROR\"}}"));
    change("quiet");
    assertThat(tail(begun, "component=CONFIGURATION")).isEmpty();
    done(
        rest.put(
            "/api/v1/log-settings", "{\"levels\":{\"CONFIGURATION\":\"DEBUG\"},\"keepDays\":7}"));
    change("loud");
    waitUntil(() -> !tail(begun, "component=CONFIGURATION").isEmpty());

    // A call is traced, without credentials, until the trace ends.
    call();
    assertThat(tail(begun, "component=SIP_MESSAGES")).isEmpty();
    JsonObject trace = done(rest.put("/api/v1/log-settings/trace", "{\"minutes\":5}"));
    assertThat(trace.getBoolean("on")).isTrue();
    assertThat(trace.getJsonArray("components").toString())
        .isEqualTo("[\"SIP_MESSAGES\",\"MEDIA_MESSAGES\"]");
    call();
    waitUntil(() -> read(log("trace.log")).contains("BYE sip:"));
    assertThat(read(log("trace.log")))
        .contains("[SIP_MESSAGES]", "received from UDP 127.0.0.1 port " + CALLER_PORT)
        .contains("INVITE sip:4832221111@", "response=\"********\"")
        .contains("[MEDIA_MESSAGES]", ": set ");
    assertThat(tail(begun, "component=SIP_MESSAGES&text=invite")).isNotEmpty();
    assertThat(rest.delete("/api/v1/log-settings/trace").status()).isEqualTo(204);
    long traced = last();
    call();
    assertThat(tail(traced, "component=SIP_MESSAGES")).isEmpty();

    // Files are listed and taken away; the archive is one that tar reads.
    JsonObject files = done(rest.get("/api/v1/logs"));
    assertThat(files.getJsonArray("items").toString()).contains("server.log", "trace.log");
    assertThat(rest.get("/api/v1/logs/trace.log", "*/*").body()).contains("INVITE sip:");
    assertThat(rest.get("/api/v1/logs/..%2Fkeys%2Fsecret-keys").status()).isBetween(400, 499);
    assertThat(rest.get("/api/v1/logs/secret-keys").status()).isEqualTo(404);
    assertThat(archived()).contains("comuta-log/server.log", "comuta-log/trace.log");

    // What is over goes when it is too much.
    Path old = Files.createDirectories(log("old")).resolve("server-20260101T000000Z.log");
    byte[] incompressible = new byte[12_000_000];
    new Random(7).nextBytes(incompressible);
    Files.write(old, incompressible);
    done(
        rest.put(
            "/api/v1/log-settings",
            "{\"levels\":{\"CONFIGURATION\":\"DEBUG\"},\"rotateMegabytes\":1,\"keepMegabytes\":10}"));
    waitUntil(
        () ->
            !Files.exists(old) && !rest.get("/api/v1/logs?size=1000").body().contains("20260101T"));

    // A restart keeps all of it.
    server.down();
    server.up();
    JsonObject kept = done(server.rest().get("/api/v1/log-settings"));
    assertThat(kept.getInt("keepMegabytes")).isEqualTo(10);
    assertThat(kept.getJsonObject("levels").getString("CONFIGURATION")).isEqualTo("DEBUG");
    assertThat(server.rest().get("/api/v1/audit?action=TRACE_START").body())
        .contains("SIP_MESSAGES");
    secretsAreInNoLog();
  }

  private static List<String> archived() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.portal() + "/api/v1/logs/archive"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (ComutaServer.ADMINISTRATOR + ":" + ComutaServer.PASSWORD)
                                .getBytes(StandardCharsets.UTF_8)))
            .build();
    Path file = server.state().resolve("archive.tar.gz");
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofFile(file)).statusCode()).isEqualTo(200);
    }
    Process tar = new ProcessBuilder("tar", "-tzf", file.toString()).start();
    List<String> names = tar.inputReader().readAllLines();
    assertThat(tar.waitFor()).isZero();
    Files.delete(file);
    return names;
  }

  /** Everything at its most talkative, while people sign in and secrets are saved. */
  private static void secretsAreInNoLog() throws Exception {
    RestClient rest = server.rest();
    done(
        rest.put(
            "/api/v1/log-settings/trace",
            "{\"components\":[\"SIP_MESSAGES\",\"MEDIA_MESSAGES\",\"SIP\",\"CALLS\",\"ROUTING\","
                + "\"MEDIA\",\"RECORDS\",\"CONFIGURATION\",\"IDENTITY\",\"DATABASE\",\"PORTAL\","
                + "\"API\",\"EXCHANGE\"]}"));
    String password = "unheard-of-password-7";
    done(
        rest.put(
            "/api/v1/users/log-reader",
            "{\"role\":\"ADMINISTRATOR\",\"password\":\"" + password + "\"}"));
    JsonObject issued = done(rest.post("/api/v1/tokens", "{\"description\":\"log\",\"days\":1}"));
    String token = issued.getString("token");
    assertThat(server.restWithToken(token).get("/api/v1/naps").status()).isEqualTo(200);
    assertThat(server.rest("log-reader", "wrong-" + password).get("/api/v1/naps").status())
        .isEqualTo(401);
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn("log-reader", password);
      browser.go("/portal/logs.xhtml");
      assertThat(browser.text("h1")).isEqualTo("Logs");
      assertThat(browser.text("#logs\\:table_data")).isNotBlank();
      browser.go("/portal/log-settings.xhtml");
      assertThat(browser.text("h1")).isEqualTo("Log settings");
    }
    call();
    waitUntil(() -> read(log("trace.log")).contains("BYE sip:"));
    assertThat(rest.delete("/api/v1/log-settings/trace").status()).isEqualTo(204);
    try (Stream<Path> files = Files.walk(server.state().resolve("log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(read(file))
            .as(file.toString())
            .doesNotContain(password, token, ComutaServer.PASSWORD, DIGEST);
      }
    }
  }
}
