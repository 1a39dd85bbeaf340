package org.comuta.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.comuta.tests.harness.Authenticator;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions, passwords and locks, in the portal and through the API. */
@ExtendWith(SharedServer.class)
class SignInIT {
  private static final String PASSWORD = "only-for-this-test-0";
  private static final String OTHER_PASSWORD = "only-for-this-test-1";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static void save(String name, String more) {
    RestClient.Answer saved =
        server
            .rest()
            .put(
                "/api/v1/users/" + name,
                "{\"role\":\"OPERATOR\",\"password\":\"%s\"%s}".formatted(PASSWORD, more));
    assertThat(saved.status()).as(saved.body()).isIn(200, 201);
  }

  private static void signIn(Browser browser, String name, String password) {
    browser.go("/sign-in.xhtml");
    browser.type("name", name);
    browser.type("password", password);
    browser.click("#enter");
  }

  private static JsonArray sessions(RestClient client, String userName) {
    return client.get("/api/v1/sessions?userName=" + userName).json().getJsonArray("items");
  }

  @Test
  void aSessionIsSeenAndEnded() {
    save("seen", "");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "seen", PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      JsonObject session = sessions(server.rest(), "seen").getJsonObject(0);
      assertThat(session.getString("client")).contains("Chrome");
      assertThat(session.getString("address")).isNotEmpty();
      RestClient own = server.rest("seen", PASSWORD);
      assertThat(sessions(own, "seen")).hasSize(1);
      assertThat(sessions(own, "admin")).isEmpty();
      assertThat(own.delete("/api/v1/sessions?userName=admin").status()).isEqualTo(403);
      String path = "/api/v1/sessions/" + session.getString("id");
      assertThat(server.rest().delete(path).status()).isEqualTo(204);
      assertThat(server.rest().delete(path).status()).isEqualTo(404);
      browser.go("/portal/records.xhtml");
      browser.awaitPath("/sign-in.xhtml");
    }
  }

  @Test
  void signingOutTakesTheSessionOffTheList() {
    save("leaving", "");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "leaving", PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      browser.click("#accountMenu summary");
      browser.click("#account\\:signOut");
      browser.awaitPath("/sign-in.xhtml");
      assertThat(sessions(server.rest(), "leaving")).isEmpty();
    }
  }

  @Test
  void aPasswordThatWasResetIsChangedBeforeAnythingElse() {
    save("reset", ",\"mustChangePassword\":true");
    RestClient program = server.rest("reset", PASSWORD);
    RestClient.Answer refused = program.get("/api/v1/calls");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("account/password");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "reset", PASSWORD);
      browser.awaitPath("/portal/account.xhtml");
      browser.go("/portal/calls.xhtml");
      browser.awaitPath("/portal/account.xhtml");
      assertThat(browser.text(".problems")).contains("must change");
      change(browser, "wrong password", OTHER_PASSWORD);
      browser.awaitText("#password", "This is not your password.");
      change(browser, PASSWORD, "short");
      browser.awaitText("#password .ui-message-error", "At least 12 characters");
      change(browser, PASSWORD, OTHER_PASSWORD);
      browser.awaitText(".ui-growl-item", "is changed");
      browser.go("/portal/calls.xhtml");
      browser.awaitText("h1", "Live calls");
    }
    assertThat(server.rest("reset", OTHER_PASSWORD).get("/api/v1/calls").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/calls").status()).isEqualTo(401);
  }

  private static void change(Browser browser, String current, String next) {
    browser.type("password:current", current);
    browser.type("password:next", next);
    browser.type("password:again", next);
    browser.click("#password\\:change");
  }

  @Test
  void ownPasswordsAreChangedThroughTheApi() {
    save("own", "");
    RestClient own = server.rest("own", PASSWORD);
    RestClient.Answer wrong = own.put("/api/v1/account/password", passwords("no", OTHER_PASSWORD));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("currentPassword");
    RestClient.Answer same = own.put("/api/v1/account/password", passwords(PASSWORD, PASSWORD));
    assertThat(same.body()).contains("newPassword");
    assertThat(own.put("/api/v1/account/password", passwords(PASSWORD, OTHER_PASSWORD)).status())
        .isEqualTo(204);
    assertThat(own.get("/api/v1/account").status()).isEqualTo(401);
    assertThat(server.rest("own", OTHER_PASSWORD).get("/api/v1/account").status()).isEqualTo(200);
  }

  private static String passwords(String current, String next) {
    return "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, next);
  }

  @Test
  void aSecondFactorIsAskedForAfterThePassword() {
    save("factor", "");
    RestClient own = server.rest("factor", PASSWORD);
    String key = own.post("/api/v1/account/second-factor", "{}").json().getString("key");
    assertThat(own.post("/api/v1/account/second-factor/confirmation", code("000000")).status())
        .isEqualTo(422);
    RestClient.Answer confirmed =
        own.post("/api/v1/account/second-factor/confirmation", code(Authenticator.code(key)));
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    JsonArray recoveryCodes = confirmed.json().getJsonArray("recoveryCodes");
    assertThat(own.get("/api/v1/account").status()).isEqualTo(401);
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.go("/sign-in-code.xhtml");
      browser.awaitPath("/sign-in.xhtml");
      signIn(browser, "factor", PASSWORD);
      browser.awaitPath("/sign-in-code.xhtml");
      browser.go("/portal/calls.xhtml");
      browser.awaitPath("/sign-in.xhtml");
      signIn(browser, "factor", PASSWORD);
      browser.awaitPath("/sign-in-code.xhtml");
      browser.type("answer", "000000");
      browser.click("#enter");
      browser.awaitText(".ui-messages-error", "Wrong code");
      browser.type("answer", recoveryCodes.getString(0));
      browser.click("#enter");
      browser.awaitPath("/portal/home.xhtml");
      browser.go("/portal/account.xhtml");
      assertThat(browser.text("#secondFactor")).contains("Active", "9");
    }
    assertThat(server.rest().delete("/api/v1/users/factor/second-factor").status()).isEqualTo(204);
    assertThat(own.get("/api/v1/account").status()).isEqualTo(200);
  }

  private static String code(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  @Test
  void aLockIsSeenAndEnded() {
    save("locked", "");
    RestClient wrong = server.rest("locked", "wrong password");
    for (int i = 0; i < 5; i++) {
      assertThat(wrong.get("/api/v1/account").status()).isEqualTo(401);
    }
    RestClient right = server.rest("locked", PASSWORD);
    assertThat(right.get("/api/v1/account").status()).isEqualTo(429);
    JsonObject lock =
        server
            .rest()
            .get("/api/v1/locks?user=locked")
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(lock.getString("kind")).isEqualTo("USER_AT_ADDRESS");
    String path = "/api/v1/locks/" + lock.getString("id");
    assertThat(server.rest().delete(path).status()).isEqualTo(204);
    assertThat(right.get("/api/v1/account").status()).isEqualTo(200);
  }

  @Test
  void theRulesOfSignInCountAtOnceAndNameWhatIsWrong() {
    RestClient admin = server.rest();
    RestClient.Answer wrong = admin.put("/api/v1/sign-in-policy", "{\"attempts\":0}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("attempts must be from 1 to 100");
    assertThat(admin.put("/api/v1/sign-in-policy", "{\"passwordLength\":25}").status())
        .isEqualTo(200);
    assertThat(admin.get("/api/v1/sign-in-policy").json().getInt("passwordLength")).isEqualTo(25);
    RestClient.Answer tooShort =
        admin.put(
            "/api/v1/users/short", "{\"role\":\"OPERATOR\",\"password\":\"" + PASSWORD + "\"}");
    assertThat(tooShort.body()).contains("at least 25 characters");
    assertThat(admin.put("/api/v1/sign-in-policy", "{}").status()).isEqualTo(200);
  }
}
