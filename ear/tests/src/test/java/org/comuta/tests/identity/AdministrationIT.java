package org.comuta.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of the portal for those who administer it, and of one's own account. */
@ExtendWith(SharedServer.class)
class AdministrationIT {
  private static final String PASSWORD = "only-for-this-test-0";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static Browser signedIn(String name, String password) {
    Browser browser = Browser.open(server.portal(), "en");
    browser.go("/sign-in.xhtml");
    browser.type("name", name);
    browser.type("password", password);
    browser.click("#enter");
    return browser;
  }

  private static void save(String name, String role) {
    assertThat(
            server
                .rest()
                .put(
                    "/api/v1/users/" + name,
                    "{\"role\":\"%s\",\"password\":\"%s\"}".formatted(role, PASSWORD))
                .status())
        .isIn(200, 201);
  }

  @Test
  void aUserIsMadeInThePortal() {
    try (Browser browser = signedIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD)) {
      browser.awaitPath("/portal/home.xhtml");
      browser.go("/portal/users.xhtml");
      browser.click("#users\\:create");
      browser.type("edit:name", "made-in-portal");
      browser.type("edit:password", "short");
      browser.click("#edit\\:save");
      browser.awaitText("#edit .ui-message-error", "too short");
      browser.type("edit:password", PASSWORD);
      browser.click("#edit\\:save");
      browser.awaitText(".ui-growl-item", "The user is saved.");
      browser.awaitText("#users\\:table", "made-in-portal");
    }
    RestClient made = server.rest("made-in-portal", PASSWORD);
    assertThat(made.get("/api/v1/account").json().getBoolean("mustChangePassword")).isTrue();
  }

  @Test
  void whoDoesNotAdministerSeesNoneOfThePages() {
    save("no-administrator", "SUPERVISOR");
    try (Browser browser = signedIn("no-administrator", PASSWORD)) {
      browser.awaitPath("/portal/home.xhtml");
      assertThat(browser.texts(".menu a")).doesNotContain("Users", "Audit log");
      for (String page : new String[] {"users", "sessions", "locks", "audit"}) {
        browser.go("/portal/" + page + ".xhtml");
        browser.awaitText("h1", "Not for you");
      }
    }
  }

  @Test
  void theAuditLogIsSearchedAndVerified() {
    save("audited-in-portal", "OPERATOR");
    // The table is found again as it is left here, by this user only.
    save("auditor", "ADMINISTRATOR");
    try (Browser browser = signedIn("auditor", PASSWORD)) {
      browser.awaitPath("/portal/home.xhtml");
      browser.go("/portal/audit.xhtml");
      browser.type("filter_audit_object", "audited-in-portal");
      browser.awaitText("#audit\\:pages .table-range", "1–1 / 1");
      browser.click("#audit\\:verify");
      browser.awaitText("#audit\\:verification", "The log is as it was written.");
    }
  }

  @Test
  void aTokenIsMadeOnTheOwnPageAndToldOnce() {
    save("token-maker", "OPERATOR");
    try (Browser browser = signedIn("token-maker", PASSWORD)) {
      browser.awaitPath("/portal/home.xhtml");
      browser.go("/portal/account.xhtml");
      browser.type("tokens:description", "billing");
      browser.click("#tokens\\:create");
      String secret = browser.text("#secret");
      assertThat(server.restWithToken(secret).get("/api/v1/calls").status()).isEqualTo(403);
      browser.go("/portal/account.xhtml");
      browser.awaitText("#tokens", "billing");
      assertThat(browser.texts("#secret")).isEmpty();
    }
  }
}
