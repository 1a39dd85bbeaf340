package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** A person in the shell of the portal: navigation, trail, theme, language and zone. */
@ExtendWith(SharedServer.class)
class ShellIT {
  private static final String PASSWORD = "only-for-the-shell-1";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  /** A user of this test only, so that what is remembered disturbs no other. */
  private static void user(String name) {
    String body = "{\"role\":\"OPERATOR\",\"password\":\"" + PASSWORD + "\"}";
    assertThat(server.rest().put("/api/v1/users/" + name, body).status()).isIn(200, 201);
  }

  private static RestClient rest(String user) {
    return server.rest(user, PASSWORD);
  }

  private static String preferences(String user) {
    return rest(user).get("/api/v1/me/preferences").json().toString();
  }

  @Test
  void theMenuIsUsedByKeyboardAndRemembersHowItWasLeft() {
    user("shell-menu");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn("shell-menu", PASSWORD);
      browser.go("/portal/naps.xhtml");
      assertThat(browser.texts(".crumbs li")).containsExactly("Configuration", "NAPs");
      assertThat(browser.text(".nav-link[aria-current=page]")).isEqualTo("NAPs");
      browser.keys(Keys.TAB);
      browser.keys(Keys.ENTER);
      browser.awaitFocus("#content");

      browser.click(".nav-head[data-area=MONITORING]");
      browser.awaitAttribute(".nav-head[data-area=MONITORING]", "aria-expanded", "false");
      browser.click("#navToggle");
      browser.awaitAttribute("html", "data-nav", "rail");
      browser.await(
          () -> {
            browser.go("/portal/naps.xhtml");
            return browser.attribute("html", "data-nav").equals("rail")
                && browser
                    .attribute(".nav-head[data-area=MONITORING]", "aria-expanded")
                    .equals("false");
          });
      assertThat(browser.attribute("#navToggle", "aria-expanded")).isEqualTo("false");
      assertThat(browser.attribute(".nav-head[data-area=CONFIGURATION]", "aria-expanded"))
          .isEqualTo("true");
    }
  }

  @Test
  void theThemeChangesAtOnceAndStays() {
    user("shell-theme");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn("shell-theme", PASSWORD);
      assertThat(browser.attribute("html", "data-theme")).isEqualTo("SYSTEM");
      browser.click("#accountMenu summary");
      browser.click(".theme-choice label:has([value=DARK])");
      browser.awaitAttribute("html", "data-theme", "DARK");
      String dark = browser.style("body", "background-color");
      browser.click(".theme-choice label:has([value=LIGHT])");
      browser.awaitAttribute("html", "data-theme", "LIGHT");
      assertThat(browser.style("body", "background-color")).isNotEqualTo(dark);
      browser.await(() -> preferences("shell-theme").contains("\"theme\":\"LIGHT\""));
      browser.go("/portal/records.xhtml");
      assertThat(browser.attribute("html", "data-theme")).isEqualTo("LIGHT");
    }
  }

  @Test
  void languageAndZoneFollowTheUserToAnotherBrowser() {
    user("shell-zone");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn("shell-zone", PASSWORD);
      browser.go("/portal/preferences.xhtml");
      browser.choose("preferences:language", "Español");
      browser.choose("preferences:timeZone", "Pacific/Kiritimati (UTC+14:00)");
      browser.click("#preferences\\:save");
      browser.awaitText("h1", "Preferencias");
      browser.awaitText(".ui-growl-item", "Sus preferencias se han guardado.");
    }
    assertThat(preferences("shell-zone"))
        .isEqualTo(
            "{\"language\":\"es\",\"timeZone\":\"Pacific/Kiritimati\",\"theme\":\"SYSTEM\"}");
    try (Browser other = Browser.open(server.portal(), "pt-BR")) {
      other.signIn("shell-zone", PASSWORD);
      other.go("/portal/records.xhtml");
      assertThat(other.text("h1")).isEqualTo("Registros de llamadas");
      assertThat(other.text(".heading-end")).contains("Pacific/Kiritimati");
    }
  }

  @Test
  void preferencesThatThereAreNotAreRefusedByField() {
    user("shell-wrong");
    RestClient.Answer answer =
        rest("shell-wrong")
            .put("/api/v1/me/preferences", "{\"language\":\"tlh\",\"timeZone\":\"Moon\",\"x\":1}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getJsonArray("errors").getValuesAs(error -> error.asJsonObject()))
        .extracting(error -> error.getString("field") + " " + error.getString("code"))
        .containsExactlyInAnyOrder("language choice", "timeZone choice", "x unknown");
    assertThat(preferences("shell-wrong")).contains("\"language\":null");
  }

  @Test
  void aPageThatIsNotThereIsToldInTheShellOfTheSignIn() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/nothing.xhtml");
      assertThat(browser.text("h1")).isEqualTo("Page not found");
      browser.click("a.plain-button");
      browser.awaitPath("/portal/home.xhtml");
    }
  }
}
