package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person at a browser: sign-in, the pages, the languages, apply. */
@ExtendWith(SharedServer.class)
class PortalIT {
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  @BeforeEach
  void configure() {
    put("/api/v1/naps/portal-origin", "{\"domain\":\"192.0.2.10\"}");
    put("/api/v1/naps/portal-destination", "{\"domain\":\"192.0.2.11\"}");
    put(
        "/api/v1/routes/portal-route",
        "{\"originNap\":\"portal-origin\",\"destinationNap\":\"portal-destination\"}");
  }

  /** Signs in as somebody of one test only, so that what is chosen disturbs no other. */
  private static void signInAs(Browser browser, String user) {
    put(
        "/api/v1/users/" + user,
        "{\"role\":\"OPERATOR\",\"password\":\"" + ComutaServer.PASSWORD + "\"}");
    browser.signIn(user, ComutaServer.PASSWORD);
  }

  private static void put(String path, String body) {
    assertThat(server.rest().put(path, body).status()).as(path).isIn(200, 201);
  }

  private static void signIn(Browser browser, String password) {
    browser.type("name", ComutaServer.ADMINISTRATOR);
    browser.type("password", password);
    browser.click("#enter");
  }

  @Test
  void aWrongPasswordIsToldAndTheRightOneOpensThePortal() {
    try (Browser browser = Browser.open(server.portal(), "pt-BR")) {
      browser.go("/");
      browser.awaitPath("/sign-in.xhtml");
      signIn(browser, "not the password");
      browser.awaitText("#messages", "Usuário ou senha incorretos.");
      signIn(browser, ComutaServer.PASSWORD);
      browser.awaitText("h1", "Visão geral");
      browser.go("/portal/calls.xhtml");
      assertThat(browser.text("#calls\\:table")).contains("Nenhuma chamada neste momento.");
      browser.go("/portal/naps.xhtml");
      assertThat(browser.texts("#objects\\:table_data td"))
          .contains("portal-origin", "192.0.2.10", "portal-destination");
      browser.go("/portal/routes.xhtml");
      assertThat(browser.texts("#objects\\:table_data td")).contains("portal-route");
      browser.go("/portal/interfaces.xhtml");
      assertThat(browser.text("#objects\\:table_data"))
          .contains("Nenhuma interface cadastrada ainda.");
      browser.go("/portal/records.xhtml");
      assertThat(browser.text("h1")).isEqualTo("Registros de chamadas");
    }
  }

  @Test
  void theLanguageCanBeChosenAndStays() {
    try (Browser browser = Browser.open(server.portal(), "de")) {
      browser.go("/sign-in.xhtml");
      assertThat(browser.text("label[for=password]")).isEqualTo("Senha");
      browser.click("a[hreflang=en]");
      browser.awaitText("label[for=password]", "Password");
      signInAs(browser, "portal-languages");
      browser.go("/portal/naps.xhtml");
      assertThat(browser.texts("#objects\\:table_head th .with-help")).contains("Domain");
      browser.click("#accountMenu summary");
      browser.click("a[hreflang=es]");
      browser.awaitText(".quiet.lead", "Punto de acceso a la red");
      assertThat(browser.texts("#objects\\:table_head th .with-help")).contains("Dominio");
    }
  }

  @Test
  void whatWasSavedIsAppliedFromTheBanner() {
    put(
        "/api/v1/naps/portal-origin",
        "{\"domain\":\"192.0.2.10\",\"description\":\"" + System.nanoTime() + "\"}");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.go("/sign-in.xhtml");
      signIn(browser, ComutaServer.PASSWORD);
      browser.awaitText("#pending", "not live yet");
      browser.click("#pending\\:apply");
      browser.awaitText(".ui-growl-item", "is live.");
      assertThat(server.rest().get("/api/v1/configuration").json().getBoolean("pending")).isFalse();
    }
  }

  @Test
  void theCookieOfThePortalOpensNothingOfTheApi() throws IOException, InterruptedException {
    try (Browser browser = Browser.open(server.portal(), "en");
        HttpClient http = HttpClient.newHttpClient()) {
      browser.go("/sign-in.xhtml");
      signIn(browser, ComutaServer.PASSWORD);
      browser.awaitText("h1", "Overview");
      HttpRequest request =
          HttpRequest.newBuilder(server.portal().resolve("/api/v1/naps"))
              .header("Cookie", "COMUTASESSION=" + browser.cookie("COMUTASESSION"))
              .build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
      browser.click("#accountMenu summary");
      browser.click("#account\\:signOut");
      browser.awaitPath("/sign-in.xhtml");
      browser.go("/portal/naps.xhtml");
      browser.awaitPath("/sign-in.xhtml");
    }
  }
}
