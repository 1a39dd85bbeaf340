package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/**
 * The first steps on a new server, by keyboard only: they are offered until something is saved, so
 * whoever saves nothing comes first, and all others after these.
 */
@ExtendWith(SharedServer.class)
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WizardIT {
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  @Test
  @Order(1)
  void whoDeclinesIsNotAskedAgainAndEveryStepCanBeSkipped() {
    String body = "{\"role\":\"ADMINISTRATOR\",\"password\":\"" + ComutaServer.PASSWORD + "\"}";
    assertThat(server.rest().put("/api/v1/users/declines", body).status()).isEqualTo(201);
    try (Browser browser = Browser.open(server.portal(), "pt-BR")) {
      browser.signIn("declines", ComutaServer.PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      press(browser, "#offer-later");
      browser.awaitNone("#offer");
      browser.await(
          () -> {
            browser.go("/portal/home.xhtml");
            return !browser.sees("#offer");
          });
      browser.go("/portal/wizard.xhtml");
      for (String step : new String[] {"Idioma", "conta", "Operadora", "Escrit", "Rotas"}) {
        browser.awaitText("#wizard-head", step);
        press(browser, "#wizard\\:skip");
      }
      browser.awaitText("#wizard-head", "Conferir");
      press(browser, "#wizard\\:confirm");
      browser.awaitText("#wizard-head", "Pronto");
      assertThat(status(server.rest()).getInt("latestRevision")).isZero();
    }
  }

  @Test
  @Order(2)
  void theLanguageCountsFromTheChoiceOn() {
    String body = "{\"role\":\"ADMINISTRATOR\",\"password\":\"" + ComutaServer.PASSWORD + "\"}";
    assertThat(server.rest().put("/api/v1/users/hispanic", body).status()).isEqualTo(201);
    try (Browser browser = Browser.open(server.portal(), "pt-BR")) {
      browser.signIn("hispanic", ComutaServer.PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      browser.go("/portal/wizard.xhtml");
      browser.awaitFocus("#wizard\\:language");
      browser.keys("Español");
      press(browser, "#wizard\\:next");
      browser.awaitText("#wizard-head", "Su cuenta");
      assertThat(browser.attribute("html", "lang")).isEqualTo("es");
      press(browser, "#wizard\\:next");
      press(browser, "#wizard\\:skip");
      browser.awaitText("#wizard-head", "Oficina");
      assertThat(browser.value("#wizard\\:office_name")).isEqualTo("oficina");
      browser.go("/portal/naps.xhtml");
      assertThat(browser.attribute("html", "lang")).isEqualTo("es");
    }
  }

  @Test
  @Order(3)
  void theFirstStepsAreWalkedByKeyboardAndSaveNothingBeforeTheEnd() {
    RestClient rest = server.rest();
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      press(browser, "#offer-begin");
      browser.awaitPath("/portal/wizard.xhtml");

      browser.awaitFocus("#wizard\\:language");
      press(browser, "#wizard\\:next");
      browser.awaitText("#wizard-head", "Your account");
      press(browser, "#wizard\\:skip");

      browser.awaitText("#wizard-head", "Carrier");
      browser.keys(Keys.ENTER);
      browser.awaitFocus("#wizard\\:carrier_domain");
      assertThat(browser.text("#carrier_domain_wrong")).isNotEmpty();
      browser.keys("192.0.2.10", Keys.ENTER);
      browser.awaitText("#wizard-head", "Office");
      browser.awaitFocus("#wizard\\:office_name");
      browser.tabTo("#wizard\\:office_domain");
      browser.keys("192.0.2.10", Keys.ENTER);
      browser.awaitFocus(".wrong input");
      browser.tabTo("#wizard\\:office_port");
      browser.keys("5070", Keys.ENTER);

      browser.awaitText("#wizard-head", "Routes");
      browser.tabTo("#wizard\\:incoming_calledNumber");
      browser.keys("^5511", Keys.ENTER);
      browser.awaitText("#wizard-head", "Check");
      browser.tabTo("#wizard\\:called");
      browser.keys("551132221111", Keys.ENTER);
      browser.awaitText("#trial-result .trial-way", "incoming");
      assertThat(browser.text("#trial-result .trial-way")).contains("office", "551132221111");
      assertThat(status(rest).getInt("latestRevision")).isZero();

      press(browser, "#wizard\\:confirm");
      browser.awaitText("#wizard-head", "Done");
      assertThat(status(rest).getBoolean("pending")).isFalse();
      assertThat(status(rest).getInt("latestRevision")).isEqualTo(1);
      assertThat(rest.get("/api/v1/naps/carrier").json().getString("domain"))
          .isEqualTo("192.0.2.10");
      assertThat(rest.get("/api/v1/naps/office").json().getInt("port")).isEqualTo(5070);
      assertThat(rest.get("/api/v1/routes/outgoing").json().getString("destinationNap"))
          .isEqualTo("carrier");
      assertThat(rest.get("/api/v1/audit").body()).contains("CONFIGURATION_IMPORT");

      press(browser, "#leave");
      browser.awaitPath("/portal/home.xhtml");
      browser.awaitText("#nap-board", "carrier");
      assertThat(browser.sees("#offer")).isFalse();
    }
  }

  /** By keyboard: goes there, and presses Enter. */
  private static void press(Browser browser, String selector) {
    browser.tabTo(selector);
    browser.keys(Keys.ENTER);
  }

  private static JsonObject status(RestClient rest) {
    return rest.get("/api/v1/configuration").json();
  }
}
