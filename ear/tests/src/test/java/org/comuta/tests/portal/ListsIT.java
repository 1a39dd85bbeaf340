package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every list that the menu leads to can be filtered, sorted, arranged and exported. */
@ExtendWith(SharedServer.class)
class ListsIT {
  /** Pages of the menu that show one thing, not a list of many. */
  private static final Set<String> NO_LISTS =
      Set.of(
          "backup", "home", "import-export", "log-settings", "pending", "sign-in-rules", "wizard");

  private static final String SECRET = "only-for-this-test-never-in-files";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
    put(
        "directories/lists",
        "{\"hosts\":[\"192.0.2.1\"],\"security\":\"LDAPS\",\"baseDn\":\"dc=example\",\"enabled\":false,"
            + "\"administratorGroups\":[\"admins\"],\"bindDn\":\"cn=reader,dc=example\","
            + "\"bindPassword\":\""
            + SECRET
            + "\"}");
    put(
        "identity-providers/lists",
        "{\"label\":\"Lists\",\"issuer\":\"https://id.example.net\",\"clientId\":\"comuta\","
            + "\"portalAddress\":\"https://portal.example.net\",\"enabled\":false,"
            + "\"otherwiseRole\":\"OPERATOR\","
            + "\"clientSecret\":\""
            + SECRET
            + "\"}");
    put(
        "backup-schedules/lists",
        "{\"enabled\":false,\"destination\":\"SFTP\",\"host\":\"192.0.2.2\",\"userName\":\"comuta\","
            + "\"folder\":\"backups\",\"passphrase\":\""
            + SECRET
            + "\",\"password\":\""
            + SECRET
            + "\"}");
  }

  private static void put(String path, String body) {
    assertThat(server.rest().put("/api/v1/" + path, body).status()).as(path).isIn(200, 201);
  }

  @AfterAll
  static void end() {
    for (String path : List.of("directories", "identity-providers", "backup-schedules")) {
      server.rest().delete("/api/v1/" + path + "/lists");
    }
  }

  private static List<String> pages(Browser browser) {
    browser.go("/portal/home.xhtml");
    Object links =
        browser.run(
            "return [...document.querySelectorAll('a.nav-link')]"
                + ".map(a => a.getAttribute('href').replace('.xhtml', '')).join(' ')");
    return List.of(links.toString().split(" "));
  }

  @Test
  void everyListOfTheMenuIsTheCommonTable() throws IOException, InterruptedException {
    try (Browser browser = Browser.open(server.portal(), "en");
        HttpClient http = HttpClient.newHttpClient()) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      List<String> pages = pages(browser);
      assertThat(pages).containsAll(NO_LISTS).hasSizeGreaterThan(20);
      for (String page : pages) {
        if (!NO_LISTS.contains(page)) {
          browser.go("/portal/" + page + ".xhtml");
          isCommon(http, browser, page);
        }
      }
    }
  }

  private static void isCommon(HttpClient http, Browser browser, String page)
      throws IOException, InterruptedException {
    List<String> tables = words(browser, ".data-table", "table");
    assertThat(tables).as("tables of %s", page).isNotEmpty();
    assertThat(browser.run("return document.querySelectorAll('.ui-datatable').length"))
        .as("other tables of %s", page)
        .isEqualTo(0L);
    for (String table : tables) {
      String root = ".data-table[data-table='" + table + "'] ";
      assertThat(words(browser, root + "[data-sort]", "sort")).as("sort %s", table).isNotEmpty();
      assertThat(words(browser, root + ".filters [data-filter]", "filter"))
          .as("filter %s", table)
          .isNotEmpty();
      List<String> columns = words(browser, root + ".column-list li", "column");
      assertThat(columns).as("columns of %s", table).hasSizeGreaterThan(2);
      for (String format : List.of("csv", "xlsx")) {
        HttpResponse<byte[]> file = file(http, browser, table, format, columns);
        assertThat(file.statusCode()).as("%s of %s", format, table).isEqualTo(200);
        assertThat(file.body()).as("%s of %s", format, table).isNotEmpty();
      }
      String csv =
          new String(file(http, browser, table, "csv", columns).body(), StandardCharsets.UTF_8);
      assertThat(csv).as("csv of %s", table).doesNotContain(SECRET, "PRIVATE KEY");
    }
  }

  private static HttpResponse<byte[]> file(
      HttpClient http, Browser browser, String table, String format, List<String> columns)
      throws IOException, InterruptedException {
    String query =
        "export?table=" + table + "&format=" + format + "&columns=" + String.join(",", columns);
    HttpRequest request =
        HttpRequest.newBuilder(server.portal().resolve("/portal/" + query))
            .header("Cookie", "COMUTASESSION=" + browser.cookie("COMUTASESSION"))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** What stands in the data of everything that a selector finds. */
  private static List<String> words(Browser browser, String selector, String data) {
    Object found =
        browser.run(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".map(one => one.dataset[arguments[1]]).join(' ')",
            selector,
            data);
    return found.toString().isEmpty() ? List.of() : List.of(found.toString().split(" "));
  }

  @Test
  void twoTablesOfAPageStandInItsAddressSideBySide() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/certificates.xhtml?name=nothing-such");
      browser.awaitText("#own\\:table_data", "Nothing matches the filters.");
      browser.awaitText("#trusted\\:table_data", "No authorities were added.");
      browser.type("filter_authorities_name", "neither");
      browser.awaitText("#trusted\\:table_data", "Nothing matches the filters.");
      browser.awaitUrl("name=nothing-such&trusted.name=neither");
      browser.click("#own\\:table_data [data-unfilter]");
      browser.awaitText("#own\\:table_data", "Portal and API");
      assertThat(browser.value("#filter_authorities_name")).isEqualTo("neither");
      browser.click("#trusted\\:table_data [data-unfilter]");
      browser.awaitText("#trusted\\:table_data", "No authorities were added.");
    }
  }

  @Test
  void settingsAreFilteredAndLeadToTheirForms() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/directories.xhtml?name=LISTS");
      browser.awaitText("#settings\\:table_data", "192.0.2.1");
      browser.type("filter_directories_hosts", "192.0.2.9");
      browser.awaitText("#settings\\:table_data", "Nothing matches the filters.");
      browser.go("/portal/backup-schedules.xhtml?destination=SFTP&where=192.0.2.2");
      browser.awaitText("#schedules\\:table_data", "192.0.2.2:backups");
      browser.click("#schedules\\:table_data a.object-link");
      browser.awaitPath("/portal/backup-schedule.xhtml");
    }
  }
}
