package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A person looks for something in tables, and finds them as they were left. */
@ExtendWith(SharedServer.class)
class TablesIT {
  private static final String NAMES = "#objects\\:table_data td:nth-child(2)";
  private static ComutaServer server;

  @TempDir private Path directory;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
    for (int i = 1; i <= 3; i++) {
      String body =
          "{\"domain\":\"192.0.2."
              + (200 + i)
              + "\",\"port\":"
              + (5_080 - i)
              + ",\"maxCalls\":"
              + i
              + "}";
      assertThat(server.rest().put("/api/v1/naps/tables-" + i, body).status()).isIn(200, 201);
    }
  }

  private static void signInAs(Browser browser, String user) {
    String body = "{\"role\":\"OPERATOR\",\"password\":\"" + ComutaServer.PASSWORD + "\"}";
    assertThat(server.rest().put("/api/v1/users/" + user, body).status()).isIn(200, 201);
    browser.signIn(user, ComutaServer.PASSWORD);
  }

  @Test
  void aTableIsFoundAsItWasLeft() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signInAs(browser, "tables-user");
      browser.go("/portal/naps.xhtml");
      browser.type("filter_naps_name", "tables-");
      browser.awaitLines(NAMES, "tables-1", "tables-2", "tables-3");
      browser.awaitText("#objects\\:found", "3 rows");
      browser.click("#sort_naps_port");
      browser.awaitLines(NAMES, "tables-3", "tables-2", "tables-1");
      browser.type("filter_naps_maxCalls", ">1");
      browser.awaitLines(NAMES, "tables-3", "tables-2");
      browser.awaitUrl("name=tables-&maxCalls=%3E1&sort=port");

      browser.click("#choose_naps");
      browser.click("[data-column=domain] input");
      browser.awaitNone("#sort_naps_domain");
      browser.keys(Keys.ESCAPE);
      browser.awaitNone("#columns_naps");

      browser.click("#accountMenu summary");
      browser.click("#account\\:signOut");
      browser.awaitPath("/sign-in.xhtml");
      browser.signIn("tables-user", ComutaServer.PASSWORD);
      browser.go("/portal/naps.xhtml");
      browser.awaitLines(NAMES, "tables-3", "tables-2");
      assertThat(browser.sees("#sort_naps_domain")).isFalse();
      assertThat(browser.value("#filter_naps_name")).isEqualTo("tables-");

      browser.click("[data-reset]");
      browser.awaitAttribute("#filter_naps_name", "value", "");
      assertThat(browser.sees("#sort_naps_domain")).isTrue();
    }
  }

  @Test
  void anAddressLeadsToWhatItSays() {
    try (Browser browser = Browser.open(server.portal(), "pt-BR")) {
      signInAs(browser, "tables-linked");
      browser.go("/portal/naps.xhtml?name=tables-&port=5079..&sort=-name");
      browser.awaitLines(NAMES, "tables-1");
      browser.go("/portal/naps.xhtml?name=tables-&port=many");
      browser.awaitLines(NAMES, "tables-1", "tables-2", "tables-3");
      assertThat(browser.attribute("#filter_naps_port", "aria-invalid")).isEqualTo("true");
      browser.go("/portal/naps.xhtml?name=no-such-nap");
      browser.awaitText("#objects\\:table_data", "Nada corresponde aos filtros.");
      browser.click("#objects\\:table_data [data-unfilter]");
      browser.awaitText("#objects\\:table_data", "tables-1");
    }
  }

  @Test
  void whatIsFoundIsExportedBothWays() throws IOException, InterruptedException {
    try (Browser browser = Browser.open(server.portal(), "pt-BR");
        HttpClient http = HttpClient.newHttpClient()) {
      signInAs(browser, "tables-exporter");
      browser.go("/portal/naps.xhtml?name=tables-&sort=-maxCalls");
      browser.awaitLines(NAMES, "tables-3", "tables-2", "tables-1");
      String cookie = "COMUTASESSION=" + browser.cookie("COMUTASESSION");
      HttpResponse<byte[]> csv = export(http, browser, "csv", cookie);
      assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
      assertThat(new String(csv.body(), StandardCharsets.UTF_8).lines())
          .satisfiesExactly(
              head -> assertThat(head).startsWith("\uFEFFNome;Domínio;Porta"),
              first -> assertThat(first).startsWith("tables-3;192.0.2.203;5077"),
              second -> assertThat(second).startsWith("tables-2;"),
              third -> assertThat(third).startsWith("tables-1;"));
      HttpResponse<byte[]> xlsx = export(http, browser, "xlsx", cookie);
      Path file = Files.write(directory.resolve("naps.xlsx"), xlsx.body());
      try (ZipFile zip = new ZipFile(file.toFile())) {
        byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
        assertThat(new String(sheet, StandardCharsets.UTF_8))
            .containsSubsequence("tables-3", "5077", "tables-2", "tables-1");
      }
      assertThat(status(http, "export?table=users&format=csv", cookie)).isEqualTo(403);
      assertThat(status(http, "export?table=nothing&format=csv", cookie)).isEqualTo(404);
    }
  }

  @Test
  void everythingIsSearchedByKeyboard() {
    try (Browser browser = Browser.open(server.portal(), "pt-BR")) {
      signInAs(browser, "tables-searcher");
      browser.go("/portal/calls.xhtml");
      browser.keys("/");
      browser.awaitFocus("#search");
      browser.keys("tables-2");
      browser.awaitText("#searchResults", "tables-2");
      browser.keys(Keys.ARROW_DOWN, Keys.ENTER);
      browser.awaitPath("/portal/nap.xhtml");
      browser.awaitText("h1", "tables-2");

      browser.keys(Keys.chord(Keys.CONTROL, "k"));
      browser.awaitFocus("#search");
      browser.keys("192.0.2.203", Keys.ENTER);
      browser.awaitPath("/portal/search.xhtml");
      browser.awaitText("main", "tables-3");

      browser.tabTo("#search");
      browser.keys(Keys.chord(Keys.CONTROL, "a"), "registros");
      browser.awaitText("#searchResults", "Registros de chamadas");
      assertThat(browser.text("#searchResults")).doesNotContain("Usuários");
      browser.keys(Keys.ESCAPE);
      browser.awaitNone("#searchResults");
    }
  }

  private static HttpResponse<byte[]> export(
      HttpClient http, Browser browser, String format, String cookie)
      throws IOException, InterruptedException {
    String link = browser.attribute("a.export[href*='format=" + format + "']", "href");
    HttpResponse<byte[]> answer = get(http, link, cookie);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"naps-[0-9-]+\\." + format + "\"");
    return answer;
  }

  private static int status(HttpClient http, String path, String cookie)
      throws IOException, InterruptedException {
    return get(http, path, cookie).statusCode();
  }

  private static HttpResponse<byte[]> get(HttpClient http, String path, String cookie)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.portal().resolve("/portal/" + path))
            .header("Cookie", cookie)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
