package org.comuta.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is let in, seen from 127.0.0.2, which is nobody special; 127.0.0.1 always gets in. */
@ExtendWith(SharedServer.class)
class AccessListsIT {
  private static final String LISTS = "/api/v1/access-lists";
  private static final String SHIPPED = "{\"rules\":[],\"defaultAction\":\"ALLOW\"}";
  private static final String METRICS_ONLY =
      "{\"rules\":[{\"action\":\"ALLOW\",\"address\":\"127.0.0.2\",\"services\":[\"METRICS\"],"
          + "\"comment\":\"monitoring\"}],\"defaultAction\":\"DENY\"}";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  @AfterEach
  void letEverybodyIn() {
    JsonObject shipped = put(SHIPPED);
    if (shipped.getBoolean("onTrial")) {
      confirm(shipped);
    }
  }

  private static RestClient stranger() {
    return server.rest().from("127.0.0.2");
  }

  private static JsonObject put(String rules) {
    RestClient.Answer answer = server.rest().put(LISTS, rules);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String log() throws IOException {
    return Files.readString(server.state().resolve("log").resolve("server.log"));
  }

  private static int takenBack() {
    return server.rest().get("/api/v1/audit?action=ACCESS_LISTS_TAKE_BACK").json().getInt("total");
  }

  private static void confirm(JsonObject lists) {
    String body = "{\"change\":" + lists.getInt("change") + "}";
    RestClient.Answer answer = server.rest().post(LISTS + "/confirmation", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getBoolean("onTrial")).isFalse();
  }

  private static void await(BooleanSupplier something) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (!something.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
  }

  @Test
  void whomTheListsRefuseGetsNothingWhateverIsAskedFor() throws IOException {
    assertThat(stranger().get("/api/v1/naps").status()).isEqualTo(200);
    int logged = log().length();
    JsonObject lists = put(METRICS_ONLY);
    assertThat(lists.getBoolean("onTrial")).isTrue();
    RestClient.Answer refused = stranger().get("/api/v1/naps");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().getString("type")).isEqualTo("urn:comuta:problem:access");
    RestClient wrongPassword = server.rest("admin", "wrong").from("127.0.0.2");
    for (String path :
        List.of(
            "/api/v1/naps", "/openapi", "/sign-in.xhtml", "/portal/calls.xhtml", "/", "/none")) {
      assertThat(wrongPassword.get(path).status()).as(path).isEqualTo(403);
      assertThat(wrongPassword.get(path).body()).as(path).contains("problem:access");
    }
    assertThat(stranger().put("/api/v1/naps/x", "{\"domain\":\"192.0.2.1\"}").status())
        .isEqualTo(403);
    assertThat(log().substring(logged))
        .as("a stranger fills no log")
        .doesNotContain("Exception handling request");
    assertThat(stranger().get("/metrics").status()).isEqualTo(200);
    assertThat(stranger().get("/health/live").status()).isEqualTo(200);
    confirm(lists);
    assertThat(stranger().get("/api/v1/naps").status()).isEqualTo(403);
    assertThat(server.rest().get(LISTS + "/refused?address=127.0.0.2&service=API").body())
        .contains("\"times\":");
    assertThat(server.rest().get("/metrics").body())
        .contains("comuta_access_refused_total{service=\"api\"}");
    JsonObject verdict =
        server.rest().get(LISTS + "/verdict?address=203.0.113.9&service=SSH").json();
    assertThat(verdict.getString("action")).isEqualTo("DENY");
  }

  @Test
  void whatNobodyConfirmsIsTakenBack() {
    int before = takenBack();
    put(METRICS_ONLY);
    assertThat(stranger().get("/api/v1/naps").status()).isEqualTo(403);
    await(() -> stranger().get("/api/v1/naps").status() == 200);
    await(() -> takenBack() > before);
    assertThat(server.rest().get(LISTS).json().getBoolean("onTrial")).isFalse();
    assertThat(server.rest().post(LISTS + "/confirmation", "{\"change\":1}").status())
        .isIn(409, 412);
  }

  @Test
  void aRestartTakesBackWhatIsOnTrialAndKeepsWhatIsConfirmed() {
    confirm(put(METRICS_ONLY));
    put("{\"rules\":[],\"defaultAction\":\"DENY\"}");
    server.kill();
    server.up();
    assertThat(stranger().get("/api/v1/naps").status()).isEqualTo(403);
    JsonObject lists = server.rest().get(LISTS).json();
    assertThat(lists.getBoolean("onTrial")).isFalse();
    assertThat(lists.getJsonArray("rules")).hasSize(1);
  }

  @Test
  void theFieldAtFaultIsNamedAndAStaleChangeRefused() {
    RestClient.Answer refused =
        server
            .rest()
            .put(
                LISTS,
                "{\"rules\":[{\"action\":\"DENY\",\"address\":\"192.0.2.1/24\","
                    + "\"services\":[\"API\"]}]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("rules[0].address", "192.0.2.0/24");
    String stale = "\"" + server.rest().get(LISTS).json().getInt("change") + "\"";
    put(METRICS_ONLY);
    assertThat(
            server
                .rest()
                .call("PUT", LISTS, SHIPPED, "Content-Type", "application/json", "If-Match", stale)
                .statusCode())
        .isEqualTo(412);
    assertThat(server.rest().get(LISTS + "/verdict?address=here&service=SSH").status())
        .isEqualTo(422);
  }

  @Test
  void thePortalShowsTheTrialAndConfirmsIt() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/access-lists.xhtml");
      browser.click("#access\\:create");
      browser.type("edit:address", "192.0.2.7/24");
      browser.click("#edit\\:keep");
      browser.awaitText("#ruleDialog", "bits beyond");
      browser.type("edit:address", "192.0.2.0/24");
      browser.click("#edit\\:keep");
      browser.awaitText("#access\\:table_data", "192.0.2.0/24");
      browser.awaitNone("#ruleDialog");
      browser.type("test:address", "192.0.2.9");
      browser.click("#test\\:ask");
      browser.awaitText("#test\\:verdict", "Rule 1");
      browser.click("#access\\:putIntoEffect");
      browser.awaitText("#access\\:trial", "on trial");
      browser.click("#access\\:confirm");
      browser.await(() -> !browser.sees("#access\\:trial .banner"));
    }
    JsonObject lists = server.rest().get(LISTS).json();
    assertThat(lists.getBoolean("onTrial")).isFalse();
    assertThat(lists.getJsonArray("rules").getJsonObject(0).getString("address"))
        .isEqualTo("192.0.2.0/24");
  }
}
