package org.comuta.tests.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Sipp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators who work side by side, and calls that go on while they do. */
@ExtendWith(SharedServer.class)
class ConfigurationIT {
  private static final String API = "/api/v1/";
  private static final int CALLER_PORT = 25_170;
  private static final int CALLED_PORT = 25_180;
  private static ComutaServer server;
  private static RestClient rest;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
    rest = server.rest();
  }

  private static JsonObject get(String path) {
    return done(rest.get(API + path));
  }

  private static JsonObject put(String path, String json) {
    return done(rest.put(API + path, json.replace('\'', '"')));
  }

  private static JsonObject apply() {
    return done(rest.post(API + "configuration/apply", ""));
  }

  private static JsonObject done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return answer.json();
  }

  private static List<JsonObject> items(String path) {
    return get(path).getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static HttpResponse<String> send(
      String method, String path, String json, String... headers) {
    return rest.call(method, API + path, json.replace('\'', '"'), headers);
  }

  private static String tag(String path) {
    return send("GET", path, "").headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void whoIsSlowerIsToldInsteadOfOverwriting() {
    String[] json = {"Content-Type", "application/json"};
    String[] ifMatch = {"Content-Type", "application/json", "If-Match", ""};
    put("naps/shared", "{'domain': '192.0.2.50'}");
    ifMatch[3] = tag("naps/shared");
    String body = "{'domain': '192.0.2.50', 'maxCalls': 7}";

    HttpResponse<String> first = send("PUT", "naps/shared", body, ifMatch);
    HttpResponse<String> second = send("PUT", "naps/shared", body.replace('7', '8'), ifMatch);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("ETag")).hasValue(tag("naps/shared"));
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(second.body())
        .contains("\"currentRevision\":" + tag("naps/shared").replace("\"", ""));
    assertThat(send("DELETE", "naps/shared", "", ifMatch).statusCode()).isEqualTo(412);
    assertThat(send("PUT", "naps/none", body, json[0], json[1], "If-Match", "*").statusCode())
        .isEqualTo(412);
    assertThat(
            send("PUT", "naps/shared", body, json[0], json[1], "If-None-Match", "*").statusCode())
        .isEqualTo(412);
    assertThat(send("PUT", "naps/shared", body, json).statusCode()).isEqualTo(200);
    assertThat(get("naps/shared").getInt("maxCalls")).isEqualTo(7);
  }

  @Test
  void applyTakesOnlyWhatTheAdministratorSaw() {
    put("naps/seen", "{'domain': '192.0.2.60'}");
    String seen = tag("configuration");
    put("naps/unseen?comment=from+another+desk", "{'domain': '192.0.2.61'}");

    assertThat(send("POST", "configuration/apply", "", "If-Match", seen).statusCode())
        .isEqualTo(412);
    assertThat(items("configuration/pending?name=unseen"))
        .singleElement()
        .satisfies(
            pending -> {
              assertThat(pending.getString("change")).isEqualTo("CREATED");
              JsonObject save = pending.getJsonArray("saves").getJsonObject(0);
              assertThat(save.getString("author")).isEqualTo("admin");
              assertThat(save.getString("comment")).isEqualTo("from another desk");
            });
    assertThat(
            send("POST", "configuration/apply?comment=both", "", "If-Match", tag("configuration"))
                .statusCode())
        .isEqualTo(200);
    assertThat(items("configuration/applications").getFirst().getString("comment"))
        .isEqualTo("both");
    assertThat(items("configuration/pending")).isEmpty();
  }

  @Test
  void whatIsSavedBackIsNotPending() {
    put("naps/back", "{'domain': '192.0.2.62'}");
    assertThat(get("configuration").getBoolean("pending")).isTrue();
    apply();
    put("naps/back", "{'domain': '192.0.2.62', 'maxCalls': 7}");
    assertThat(get("configuration").getBoolean("pending")).isTrue();
    put("naps/back", "{'domain': '192.0.2.62'}");

    JsonObject status = get("configuration");
    assertThat(status.getBoolean("pending")).isFalse();
    assertThat(status.getInt("latestRevision")).isEqualTo(status.getInt("appliedRevision") + 2);
    assertThat(items("configuration/pending")).isEmpty();
  }

  @Test
  void whatIsUsedIsNotDeletedAndItsHistoryIsTold() {
    put("naps/used", "{'domain': '192.0.2.70'}");
    put("naps/used", "{'domain': '192.0.2.71'}");
    put("routes/user", "{'originNap': 'used', 'destinationNap': 'used'}");

    HttpResponse<String> refused = send("DELETE", "naps/used", "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"users\":[{\"kind\":\"route\",\"name\":\"user\"");
    assertThat(items("naps/used/users"))
        .extracting(user -> user.getString("field"))
        .containsExactly("originNap", "destinationNap");
    assertThat(items("naps/used/history"))
        .extracting(change -> change.getString("change"))
        .containsExactly("UPDATED", "CREATED");
    assertThat(rest.get(API + "naps/nothing/history").status()).isEqualTo(404);
    assertThat(rest.get(API + "naps/nothing/users").status()).isEqualTo(404);
  }

  @Test
  void aCallKeepsTheRevisionItBeganWithAndItsRecordsNameIt() {
    put("naps/caller", nap(CALLER_PORT));
    put("naps/called", nap(CALLED_PORT));
    put("routes/all", "{'originNap': 'caller', 'destinationNap': 'called'}");
    put("cdr-files/revisions", "{'format': '${callId} ${revision}', 'rotation': 'DAY'}");
    int began = apply().getInt("revision");
    // A new series of files looks for its beginning a moment after it was applied.
    Path series = server.state().resolve("cdr").resolve("revisions");
    waitUntil(() -> Files.exists(series.resolve(".position")));
    try (Sipp _ = Sipp.builtin("uas").on(CALLED_PORT).start();
        Sipp _ =
            Sipp.builtin("uac")
                .on(CALLER_PORT)
                .with("-s", "4832221111", "-d", "60000")
                .calls(1)
                .to(server.sipPort())
                .start()) {
      waitUntil(() -> !items("calls?state=ANSWERED").isEmpty());
      put("naps/called", nap(CALLED_PORT).replace("}", ", 'maxCalls': 5}"));
      int now = apply().getInt("revision");

      JsonObject call = items("calls?outdated=true").getFirst();
      assertThat(call.getInt("revision")).isEqualTo(began);
      assertThat(items("calls?outdated=false")).isEmpty();
      JsonObject counted = get("configuration").getJsonArray("calls").getJsonObject(0);
      assertThat(counted.getInt("revision")).isEqualTo(began).isLessThan(now);
      assertThat(counted.getInt("calls")).isEqualTo(1);
      assertThat(counted.get("outdated")).isEqualTo(JsonValue.TRUE);

      String callId = call.getString("callId");
      assertThat(rest.delete(API + "calls/" + callId).status()).isEqualTo(204);
      waitUntil(() -> !items("cdrs?callId=" + callId).isEmpty());
      assertThat(items("cdrs?callId=" + callId).getFirst().getInt("revision")).isEqualTo(began);
      waitUntil(() -> linesOfTextFiles().contains(callId + " " + began));
    }
  }

  private static String nap(int port) {
    return "{'domain': '127.0.0.1', 'port': " + port + ", 'mediaMode': 'BYPASS'}";
  }

  private static List<String> linesOfTextFiles() {
    try (Stream<Path> files = Files.walk(server.state().resolve("cdr"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .flatMap(ConfigurationIT::lines)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
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
}
