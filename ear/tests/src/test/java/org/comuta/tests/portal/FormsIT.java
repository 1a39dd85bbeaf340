package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/**
 * An administrator at the forms of the portal, by the keyboard alone where nothing else is said.
 */
@ExtendWith(SharedServer.class)
class FormsIT {
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static Browser signedIn(String language) {
    Browser browser = Browser.open(server.portal(), language);
    browser.go("/sign-in.xhtml");
    browser.type("name", ComutaServer.ADMINISTRATOR);
    browser.keys(Keys.TAB, ComutaServer.PASSWORD, Keys.ENTER);
    browser.awaitPath("/portal/home.xhtml");
    return browser;
  }

  private static void put(String path, String body) {
    assertThat(server.rest().put("/api/v1/" + path, body).status()).as(path).isIn(200, 201);
  }

  private static JsonObject get(String path) {
    return server.rest().get("/api/v1/" + path).json();
  }

  private static void typeInto(Browser browser, String id, CharSequence text) {
    browser.tabTo("[id='form:" + id + "']");
    browser.keys(Keys.chord(Keys.CONTROL, "a"), text);
  }

  @Test
  void aNapIsMadeChangedCopiedAndDeletedByKeyboard() {
    try (Browser browser = signedIn("pt-BR")) {
      browser.go("/portal/naps.xhtml");
      browser.tabTo("#create");
      browser.keys(Keys.ENTER);
      browser.awaitPath("/portal/nap.xhtml");
      browser.awaitFocus("[id='form:name']");
      browser.keys("by-keyboard");
      typeInto(browser, "domain", "192.0.2.30");
      browser.keys(Keys.ENTER);
      browser.awaitPath("/portal/naps.xhtml");
      browser.awaitText(".ui-growl-item", "NAP by-keyboard foi salvo");
      assertThat(get("naps/by-keyboard").getInt("port")).isEqualTo(5060);

      browser.tabTo("a[aria-label='Editar by-keyboard']");
      browser.keys(Keys.ENTER);
      browser.awaitPath("/portal/nap.xhtml");
      typeInto(browser, "port", "5070");
      browser.tabTo("[id='form:acceptAnyAddress_input']");
      browser.keys(Keys.SPACE);
      typeInto(browser, "comment", "made with keys");
      browser.keys(Keys.ENTER);
      browser.awaitPath("/portal/naps.xhtml");
      JsonObject changed = get("naps/by-keyboard");
      assertThat(changed.getInt("port")).isEqualTo(5070);
      assertThat(changed.getBoolean("acceptAnyAddress")).isTrue();
      JsonObject last =
          get("configuration/revisions?size=1").getJsonArray("items").getJsonObject(0);
      assertThat(last.getString("comment")).isEqualTo("made with keys");

      browser.tabTo("a[aria-label='Copiar by-keyboard']");
      browser.keys(Keys.ENTER);
      browser.awaitPath("/portal/nap.xhtml");
      browser.awaitFocus("[id='form:name']");
      assertThat(browser.value("[id='form:port']")).isEqualTo("5070");
      browser.keys("copied");
      typeInto(browser, "domain", "192.0.2.31");
      browser.keys(Keys.chord(Keys.CONTROL, Keys.ENTER));
      browser.awaitPath("/portal/naps.xhtml");
      assertThat(get("naps/copied").getInt("port")).isEqualTo(5070);

      browser.tabTo("button[aria-label='Excluir copied']");
      browser.keys(Keys.SPACE);
      browser.awaitText("#deletingForm", "NAP copied");
      browser.tabTo("[id='deletingForm:yes']");
      browser.keys(Keys.SPACE);
      browser.awaitText(".ui-growl-item", "NAP copied foi excluído");
      assertThat(server.rest().get("/api/v1/naps/copied").status()).isEqualTo(404);
    }
  }

  @Test
  void aRouteIsMadeWithSuggestedNapsAndTriedNumbers() {
    put("naps/route-origin", "{\"domain\":\"192.0.2.40\"}");
    put("naps/route-destination", "{\"domain\":\"192.0.2.41\"}");
    try (Browser browser = signedIn("en")) {
      browser.go("/portal/route.xhtml");
      browser.awaitFocus("[id='form:name']");
      browser.keys("by-keyboard");
      browser.tabTo("[id='form:originNap_input']");
      browser.keys("route-o");
      browser.awaitText("[id='form:originNap_panel']", "route-origin");
      browser.keys(Keys.ARROW_DOWN, Keys.ENTER);
      browser.awaitNone("[id='form:originNap_panel']");
      assertThat(browser.value("[id='form:originNap_input']")).isEqualTo("route-origin");
      typeInto(browser, "destinationNap_input", "route-destination");
      typeInto(browser, "calledNumber", "^48[0-9]{8}$");
      typeInto(browser, "rewriteCalled", "/^48(.*)$/$1/");
      typeInto(browser, "trialCalled", "4833221100");
      browser.awaitText("[id='form:trial']", "33221100");
      typeInto(browser, "trialCalled", "11");
      browser.awaitText("[id='form:trial']", "is not accepted");
      typeInto(browser, "calledNumber", "[");
      typeInto(browser, "trialCalling", "1");
      browser.awaitText("[id='form:trial']", "cannot be read");
      browser.keys(Keys.chord(Keys.CONTROL, Keys.ENTER));
      browser.awaitFocus("[id='form:calledNumber']");
      browser.keys(Keys.chord(Keys.CONTROL, "a"), "^48", Keys.ENTER);
      browser.awaitPath("/portal/routes.xhtml");
      JsonObject route = get("routes/by-keyboard");
      assertThat(route.getString("originNap")).isEqualTo("route-origin");
      assertThat(route.getString("calledNumber")).isEqualTo("^48");

      browser.go("/portal/naps.xhtml");
      browser.tabTo("button[aria-label='Delete route-origin']");
      browser.keys(Keys.SPACE);
      browser.awaitText("#deletingForm", "Route by-keyboard (Origin NAP)");
      assertThat(browser.sees("[id='deletingForm:yes']")).isFalse();
      browser.keys(Keys.ESCAPE);
      browser.awaitNone("#deletingForm");

      browser.go("/portal/routes.xhtml");
      browser.tabTo("button[aria-label='Disable by-keyboard']");
      browser.keys(Keys.SPACE);
      browser.awaitText(".ui-growl-item", "Route by-keyboard was disabled.");
      assertThat(get("routes/by-keyboard").getBoolean("enabled")).isFalse();
      browser.tabTo("button[aria-label='Delete by-keyboard']");
      browser.keys(Keys.SPACE);
      browser.tabTo("[id='deletingForm:yes']");
      browser.keys(Keys.SPACE);
      browser.awaitText(".ui-growl-item", "Route by-keyboard was deleted.");
      assertThat(server.rest().get("/api/v1/routes/by-keyboard").status()).isEqualTo(404);
    }
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndTheFirstHasTheFocus() {
    try (Browser browser = signedIn("pt-BR")) {
      browser.go("/portal/nap.xhtml");
      browser.awaitFocus("[id='form:name']");
      browser.keys("wrong");
      typeInto(browser, "port", "99999");
      browser.keys(Keys.ENTER);
      browser.awaitText("#problems", "Domínio: Obrigatório.");
      browser.awaitFocus("[id='form:domain']");
      assertThat(browser.text("#error_port")).isEqualTo("Deve ser um número inteiro de 0 a 65535.");
      assertThat(browser.text("#error_domain")).isEqualTo("Obrigatório.");
      assertThat(browser.sees("#error_name .error")).isFalse();
      browser.keys("192.0.2.50");
      browser.click("#problems [data-focus='form:port']");
      browser.awaitFocus("[id='form:port']");
      browser.keys(Keys.chord(Keys.CONTROL, "a"), "5060", Keys.ENTER);
      browser.awaitPath("/portal/naps.xhtml");
      assertThat(get("naps/wrong").getInt("port")).isEqualTo(5060);
    }
  }

  @Test
  void anInterfaceIsMadeAndWhoChoosesItForMediaNeedsNoAddress() {
    try (Browser browser = signedIn("pt-BR")) {
      browser.go("/portal/interfaces.xhtml");
      browser.tabTo("#create");
      browser.keys(Keys.ENTER);
      browser.awaitPath("/portal/interface.xhtml");
      browser.awaitFocus("[id='form:name']");
      browser.keys("by-keyboard");
      browser.tabTo("[id='form:services:1']");
      browser.keys(Keys.SPACE);
      browser.awaitNone("#heading_MEDIA");
      browser.keys(Keys.SPACE);
      browser.awaitText("#heading_MEDIA", "Mídia");
      typeInto(browser, "address", "0.0.0.0");
      typeInto(browser, "mediaPortFirst", "30001");
      browser.keys(Keys.ENTER);
      browser.awaitText("#error_address", "não é o endereço de um só host");
      browser.awaitText("#error_mediaPortFirst", "Deve ser um número par a partir de 1024");
      typeInto(browser, "address", "192.0.2.70");
      typeInto(browser, "mediaPortFirst", "30000");
      typeInto(browser, "mediaPortLast", "30999");
      browser.tabTo("[id='form:services:4']");
      browser.keys(Keys.SPACE, Keys.chord(Keys.CONTROL, Keys.ENTER));
      browser.awaitPath("/portal/interfaces.xhtml");
      assertThat(browser.texts("#objects\\:table_data td")).contains("SIP, Mídia (RTP), SSH");
      assertThat(get("interfaces/by-keyboard").getJsonArray("services"))
          .hasToString("[\"SIP\",\"MEDIA\",\"SSH\"]");

      browser.go("/portal/nap.xhtml");
      browser.awaitFocus("[id='form:name']");
      assertThat(browser.sees("[id='form:mediaAddress']")).isTrue();
      browser.tabTo("[id='form:mediaInterface_input']");
      browser.keys("by-key");
      browser.awaitText("[id='form:mediaInterface_panel']", "by-keyboard");
      browser.keys(Keys.ARROW_DOWN, Keys.ENTER);
      browser.awaitNone("[id='form:mediaAddress']");
      typeInto(browser, "mediaInterface_input", Keys.BACK_SPACE);
      browser.keys(Keys.TAB);
      browser.awaitText("[id='form:row_mediaAddress']", "Endereço de mídia (RTP)");
    }
  }

  @Test
  void twoAdministratorsDoNotOverwriteEachOther() {
    put("naps/shared", "{\"domain\":\"192.0.2.60\",\"maxCalls\":10}");
    try (Browser browser = signedIn("en")) {
      browser.go("/portal/nap.xhtml?name=shared");
      typeInto(browser, "maxCalls", "30");
      put("naps/shared", "{\"domain\":\"192.0.2.61\",\"maxCalls\":20}");
      browser.keys(Keys.ENTER);
      browser.awaitText("#overtaken", "admin changed this object");
      assertThat(browser.lines("#overtaken tbody tr"))
          .containsExactly("Domain 192.0.2.60 192.0.2.61", "Most calls 10 20 30");
      assertThat(get("naps/shared").getInt("maxCalls")).isEqualTo(20);

      browser.tabTo("[id='form:merge']");
      browser.keys(Keys.SPACE);
      browser.awaitNone("#overtaken");
      assertThat(browser.value("[id='form:domain']")).isEqualTo("192.0.2.61");
      assertThat(browser.value("[id='form:maxCalls']")).isEqualTo("30");

      put("naps/shared", "{\"domain\":\"192.0.2.62\",\"maxCalls\":20}");
      browser.click("[id='form:save']");
      browser.awaitText("#overtaken", "admin changed this object");
      browser.click("[id='form:overwrite']");
      browser.awaitPath("/portal/naps.xhtml");
      JsonObject nap = get("naps/shared");
      assertThat(nap.getString("domain")).isEqualTo("192.0.2.61");
      assertThat(nap.getInt("maxCalls")).isEqualTo(30);
    }
  }

  @Test
  void theLinesOfASeriesOfFilesAreSeenBeforeTheyAreWritten() {
    try (Browser browser = signedIn("en")) {
      browser.go("/portal/cdr-file.xhtml");
      browser.awaitFocus("[id='form:name']");
      browser.keys("billing");
      typeInto(browser, "format", "${calledNumber}|${route}");
      browser.awaitText("[id='form:preview']", "011987654321|mobile-2");
      typeInto(browser, "timeZone_input", "Nowhere/City");
      browser.keys(Keys.chord(Keys.CONTROL, Keys.ENTER));
      browser.awaitText("#error_timeZone", "Must be a time zone");
      typeInto(browser, "timeZone_input", "America/Sao_Paulo");
      browser.keys(Keys.chord(Keys.CONTROL, Keys.ENTER));
      browser.awaitPath("/portal/cdr-files.xhtml");
      assertThat(get("cdr-files/billing").getString("format"))
          .isEqualTo("${calledNumber}|${route}");
    }
  }
}
