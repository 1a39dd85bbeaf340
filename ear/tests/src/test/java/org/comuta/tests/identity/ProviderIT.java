package org.comuta.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.Keycloak;
import org.comuta.tests.harness.Keycloak.Person;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People whom Keycloak signs in, and what somebody tries who is not one of them. */
@ExtendWith(SharedServer.class)
class ProviderIT {
  private static final String PASSWORD = "only-for-this-test-1";
  private static final String PATH = "/api/v1/identity-providers/office";
  private static final String FAILED = "/sign-in.xhtml?provider=failed";
  private static ComutaServer server;
  private static Keycloak keycloak;

  @BeforeAll
  static void begin(ComutaServer shared, @TempDir Path folder) {
    server = shared;
    keycloak =
        Keycloak.start(
            Path.of(System.getProperty("keycloak.distribution")),
            folder,
            server.portal(),
            "office",
            List.of(
                new Person("maria", PASSWORD, List.of("desk")),
                new Person("joao", PASSWORD, List.of("desk")),
                new Person("ana", PASSWORD, List.of("desk")),
                new Person("admin", PASSWORD, List.of("desk")),
                new Person("outsider", PASSWORD, List.of())));
    put(true);
  }

  @AfterAll
  static void end() {
    keycloak.close();
  }

  private static void put(boolean enabled) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("enabled", enabled)
            .add("label", "the office")
            .add("issuer", keycloak.issuer())
            .add("clientId", Keycloak.CLIENT)
            .add("clientSecret", Keycloak.SECRET)
            .add("portalAddress", server.portal().toString())
            .add("operatorGroups", Json.createArrayBuilder().add("desk"))
            .build();
    RestClient.Answer saved = server.rest().put(PATH, body.toString());
    assertThat(saved.status()).as(saved.body()).isIn(200, 201);
    assertThat(saved.body()).doesNotContain(Keycloak.SECRET);
  }

  private static void signIn(Browser browser, String name) {
    browser.go("/sign-in.xhtml");
    browser.click("[data-provider=office]");
    browser.type("username", name);
    browser.type("password", PASSWORD);
    browser.click("#kc-login");
  }

  @Test
  void somebodySignsInAndOutHereAndThere() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "maria");
      browser.awaitPath("/portal/home.xhtml");
      JsonObject maria = server.rest().get("/api/v1/users/maria").json();
      assertThat(maria.getString("role")).isEqualTo("OPERATOR");
      assertThat(maria.getJsonObject("origin").getString("kind")).isEqualTo("PROVIDER");
      assertThat(server.rest("maria", PASSWORD).get("/api/v1/account").status()).isEqualTo(401);
      browser.click("#accountMenu summary");
      browser.click("#account\\:signOut");
      browser.awaitPath("/sign-in.xhtml");
      browser.click("[data-provider=office]");
      assertThat(browser.text("#kc-login")).as("nobody is signed in there").isNotEmpty();
    }
  }

  @Test
  void whoIsSignedOutThereIsSignedOutHere() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "joao");
      browser.awaitPath("/portal/home.xhtml");
      keycloak.signOut("joao");
      browser.await(
          () ->
              server
                  .rest()
                  .get("/api/v1/sessions?userName=joao")
                  .json()
                  .getJsonArray("items")
                  .isEmpty());
      browser.go("/portal/records.xhtml");
      browser.awaitPath("/sign-in.xhtml");
    }
    assertThat(server.rest().get("/api/v1/audit?action=SESSION_END_THERE").json().getInt("total"))
        .isPositive();
  }

  @Test
  void whoHasNoRoleOrAnothersNameIsRefused() {
    for (String name : List.of("outsider", "admin")) {
      try (Browser browser = Browser.open(server.portal(), "en")) {
        signIn(browser, name);
        browser.awaitText("#notice", "may not sign in here");
      }
    }
    assertThat(server.rest().get("/api/v1/users/outsider").status()).isEqualTo(404);
    assertThat(
            server
                .rest()
                .get("/api/v1/users/admin")
                .json()
                .getJsonObject("origin")
                .getString("kind"))
        .isEqualTo("LOCAL");
  }

  @Test
  void aProviderIsSwitchedOffAndOnWhileTheServerRuns() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.go("/sign-in.xhtml");
      assertThat(browser.text("[data-provider=office]")).isEqualTo("Sign in with the office");
      signIn(browser, "maria");
      browser.awaitPath("/portal/home.xhtml");
      put(false);
      browser.go("/portal/records.xhtml");
      browser.awaitPath("/sign-in.xhtml");
      browser.go("/sign-in.xhtml");
      assertThat(browser.sees("[data-provider=office]")).isFalse();
      browser.go("/sign-in/begin/office");
      browser.awaitText("#notice", "may not sign in here");
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/identity-provider.xhtml?name=office");
      browser.awaitText("#form\\:addresses", "/sign-in/callback/office");
    } finally {
      put(true);
    }
  }

  /** A browser without pages, which sees every answer. */
  private static final class Visitor {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(String address) {
      return send(HttpRequest.newBuilder(server.portal().resolve(address)).build());
    }

    /** Signs in at Keycloak, and gives the address to which it sends the browser back. */
    String callback(String name) {
      String keycloaks = location(get("/sign-in/begin/office"));
      Matcher form = Pattern.compile("action=\"([^\"]+)\"").matcher(get(keycloaks).body());
      assertThat(form.find()).isTrue();
      return location(
          send(
              HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "username="
                              + name
                              + "&password="
                              + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)))
                  .build()));
    }

    List<String> sealed() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("COMUTASIGNIN"))
          .map(HttpCookie::getValue)
          .toList();
    }

    private HttpResponse<String> send(HttpRequest request) {
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        // As browsers do on this machine, whatever the scheme.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        return answer;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** Where a page of ours goes on to. */
  private static String onward(HttpResponse<String> answer) {
    Matcher onward = Pattern.compile("url=([^\"]+)\"").matcher(answer.body());
    assertThat(onward.find()).as(answer.body()).isTrue();
    return onward.group(1).replace("&amp;", "&");
  }

  @Test
  void anAnswerCountsOnceAndInItsBrowserOnly() {
    Visitor visitor = new Visitor();
    String callback = visitor.callback("ana");
    List<String> sealed = visitor.sealed();
    assertThat(sealed).hasSize(1);
    assertThat(onward(new Visitor().get(callback))).as("another browser").isEqualTo(FAILED);
    assertThat(onward(visitor.get(callback))).isEqualTo("/portal/home.xhtml");
    assertThat(visitor.sealed()).isEmpty();
    assertThat(onward(visitor.get(callback))).as("without the cookie").isEqualTo(FAILED);
    HttpResponse<String> again =
        visitor.send(
            HttpRequest.newBuilder(URI.create(callback))
                .header("Cookie", "COMUTASIGNIN=" + sealed.getFirst())
                .build());
    assertThat(onward(again)).as("with the cookie again").isEqualTo(FAILED);
  }

  @Test
  void aForgedAnswerIsRefusedAndNeverLeadsElsewhere() {
    Visitor visitor = new Visitor();
    String callback = visitor.callback("ana");
    String forged = callback.replaceFirst("state=[^&]+", "state=forged");
    assertThat(onward(visitor.get(forged))).isEqualTo(FAILED);
    for (String address :
        List.of(
            "/sign-in/callback/office",
            "/sign-in/callback/office?code=x&state=y",
            "/sign-in/callback/office?code=x&code=z&state=y",
            "/sign-in/callback/office?code=x&state=y&redirect_uri=https%3A%2F%2Fevil.example.com",
            "/sign-in/callback/office?error=x&error_uri=https%3A%2F%2Fevil.example.com",
            "/sign-in/callback/none?code=x&state=y",
            "/sign-in/callback/..%2F..%2Fevil")) {
      HttpResponse<String> answer = new Visitor().get(address);
      assertThat(answer.body()).as(address).doesNotContain("evil.example.com");
      if (answer.statusCode() == 200) {
        assertThat(onward(answer)).startsWith("/sign-in.xhtml?provider=");
      }
    }
    String begun = location(new Visitor().get("/sign-in/begin/office?redirect_uri=//evil"));
    assertThat(begun).startsWith(keycloak.issuer()).doesNotContain("evil");
  }

  @Test
  void aLogoutTokenThatTheProviderDidNotSignEndsNothing() {
    Visitor visitor = new Visitor();
    HttpResponse<String> answer =
        visitor.send(
            HttpRequest.newBuilder(server.portal().resolve("/sign-in/logout/office"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=eyJhbGciOiJub25lIn0.e30."))
                .build());
    assertThat(answer.statusCode()).isEqualTo(400);
  }
}
