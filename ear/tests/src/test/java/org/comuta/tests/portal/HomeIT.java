package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Sipp;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Real calls, seen on the home page as they come and go, and through the API; the first that the
 * server has, so that its figures are theirs.
 */
@ExtendWith(SharedServer.class)
@Order(2)
class HomeIT {
  private static final int CALLS = 5;

  @Test
  void figuresFollowCallsAndOutliveARestart(ComutaServer server) throws IOException {
    try (DatagramSocket silent = new DatagramSocket(anyPort());
        Browser browser = Browser.open(server.portal(), "en")) {
      int callerPort = freePort();
      int calledPort = freePort();
      RestClient rest = server.rest();
      put(rest, "naps/caller", nap(callerPort, ""));
      put(rest, "naps/called", nap(calledPort, ",\"maxCalls\":" + CALLS));
      put(rest, "naps/silent", nap(silent.getLocalPort(), ",\"proxyFallbackTimeout\":1"));
      put(rest, "routes/all", route("called", "48"));
      put(rest, "routes/nowhere", route("silent", "99"));
      assertThat(rest.post("/api/v1/configuration/apply", "{}").status()).isEqualTo(200);

      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      browser.awaitText("#verdict-word", "All is well");
      browser.awaitAttribute("html", "data-live", "socket");
      browser.awaitText("#figure-active", "0");

      calls(server, browser, callerPort, calledPort);
      theSilentNapIsTold(server, browser, callerPort);
      wrongQueriesNameTheField(rest);
      theRefreshIsChosenAndRemembered(browser);

      server.down();
      server.up();

      JsonObject again = server.rest().get("/api/v1/statistics").json();
      assertThat(again.getJsonObject("day").getInt("answered")).isEqualTo(CALLS);
      assertThat(again.getJsonObject("month").getInt("completed")).isEqualTo(CALLS);
      assertThat(again.getJsonObject("sinceStart").getInt("answered")).isZero();
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      browser.click("#period label:has([value=DAY])");
      browser.awaitText("#note-asr", String.valueOf(CALLS));
      browser.click("[data-chart=rate] .chart-toggle");
      browser.awaitText("#table-rate thead", "Attempts");
      browser.await(() -> !browser.texts("#table-rate tbody tr").isEmpty());
      theSessionEndsWithWhatIsPushed(server, browser);
    }
  }

  private static void calls(ComutaServer server, Browser browser, int callerPort, int calledPort) {
    RestClient rest = server.rest();
    try (Sipp called = Sipp.builtin("uas").on(calledPort).start();
        Sipp caller =
            Sipp.builtin("uac")
                .on(callerPort)
                .with("-s", "4832221111", "-r", "5", "-d", "15000")
                .calls(CALLS)
                .to(server.sipPort())
                .start()) {
      browser.awaitText("#figure-active", String.valueOf(CALLS));
      browser.awaitText("#verdict-why", "called");
      browser.awaitText(".nap-tile.state-FULL", CALLS + " of " + CALLS + " calls");
      assertThat(rest.get("/api/v1/statistics").json().getInt("activeCalls")).isEqualTo(CALLS);
      assertThat(caller.await(120)).as(caller.screen()).isZero();
      assertThat(called.isRunning()).isTrue();
    }
    waitUntil("the ends", () -> figures(rest, "fiveMinutes").getInt("completed") == CALLS);
    JsonObject figures = figures(rest, "fiveMinutes");
    assertThat(figures.getInt("answered")).isEqualTo(CALLS);
    assertThat(figures.getInt("peakCalls")).isEqualTo(CALLS);
    assertThat(figures.getJsonNumber("asr").doubleValue()).isEqualTo(100);
    assertThat(figures.getJsonNumber("acdSeconds").doubleValue()).isGreaterThanOrEqualTo(14);
    browser.awaitText("#figure-active", "0");
    browser.awaitText("#figure-asr", "100");
    browser.awaitText("#verdict-word", "All is well");
    String series = "/api/v1/statistics/series?measure=peakCalls&step=SECOND";
    assertThat(highest(rest.get(series + "&nap=called&direction=DESTINATION"))).isEqualTo(CALLS);
    assertThat(highest(rest.get(series + "&nap=silent"))).isZero();
    assertThat(rest.get("/metrics").body())
        .contains("comuta_nap_answered_total{nap=\"called\",direction=\"destination\"} " + CALLS);
  }

  private static void theSilentNapIsTold(ComutaServer server, Browser browser, int callerPort) {
    try (Sipp caller =
        Sipp.builtin("uac")
            .on(callerPort)
            .with("-s", "9911")
            .calls(1)
            .to(server.sipPort())
            .start()) {
      caller.await(60);
    }
    browser.awaitText("#verdict-why", "silent");
    JsonObject answer = server.rest().get("/api/v1/statistics/naps?state=NOT_ANSWERING").json();
    assertThat(answer.getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(nap -> nap.getString("name"))
        .containsExactly("silent");
    browser.go("/portal/nap-states.xhtml");
    browser.awaitText("#states\\:table_data tr", "Not answering");
    browser.go("/portal/home.xhtml");
    browser.awaitText("#verdict-why", "silent");
  }

  private static void wrongQueriesNameTheField(RestClient rest) {
    Answer wrong = rest.get("/api/v1/statistics/series?measure=luck&step=YEAR&from=now");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactlyInAnyOrder("measure", "step", "from");
  }

  private static void theRefreshIsChosenAndRemembered(Browser browser) {
    browser.tabTo("#refresh");
    browser.keys("Pau");
    browser.awaitAttribute("#refreshLamp", "data-state", "paused");
    browser.await(
        () -> {
          browser.go("/portal/calls.xhtml");
          return browser.attribute("#refresh", "data-chosen").equals("paused");
        });
    browser.tabTo("#refresh");
    browser.keys("Live");
    browser.awaitAttribute("html", "data-live", "socket");
    browser.go("/portal/home.xhtml");
  }

  private static void theSessionEndsWithWhatIsPushed(ComutaServer server, Browser browser) {
    browser.awaitAttribute("html", "data-live", "socket");
    assertThat(server.rest().delete("/api/v1/sessions?userName=admin").status()).isEqualTo(204);
    // As while the answer to a sign-out is on its way, which may lead to the provider's.
    browser.await(
        () -> {
          browser.run("window.dispatchEvent(new Event('beforeunload'))");
          return browser.attribute("html", "data-live").isEmpty();
        });
    assertThat(browser.path()).as("of a page that is left").isEqualTo("/portal/home.xhtml");
    browser.awaitPath("/sign-in.xhtml");
  }

  private static double highest(Answer series) {
    return series.json().getJsonArray("points").getValuesAs(JsonObject.class).stream()
        .filter(point -> !point.isNull("value"))
        .mapToDouble(point -> point.getJsonNumber("value").doubleValue())
        .max()
        .orElse(0);
  }

  private static JsonObject figures(RestClient rest, String period) {
    return rest.get("/api/v1/statistics").json().getJsonObject(period);
  }

  private static String nap(int port, String more) {
    return "{\"domain\":\"127.0.0.1\",\"port\":" + port + more + "}";
  }

  private static String route(String destination, String prefix) {
    return "{\"originNap\":\"caller\",\"destinationNap\":\"%s\",\"calledNumber\":\"^%s\"}"
        .formatted(destination, prefix);
  }

  private static void put(RestClient rest, String path, String json) {
    Answer answer = rest.put("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  static int freePort() throws SocketException {
    try (DatagramSocket socket = new DatagramSocket(anyPort())) {
      return socket.getLocalPort();
    }
  }

  private static void waitUntil(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience with %s", what).isLessThan(deadline);
      LockSupport.parkNanos(100_000_000L);
    }
  }
}
