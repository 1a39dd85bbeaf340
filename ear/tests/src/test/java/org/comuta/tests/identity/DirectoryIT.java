package org.comuta.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Slapd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that OpenLDAP knows, in the portal and through the API. */
@ExtendWith(SharedServer.class)
class DirectoryIT {
  private static final String PASSWORD = "only-for-this-test-1";
  private static final String PATH = "/api/v1/directories/office";
  private static ComutaServer server;
  private static Slapd slapd;

  @BeforeAll
  static void begin(ComutaServer shared, @TempDir Path folder) {
    slapd = Slapd.start(folder);
    for (String name : List.of("maria", "joao", "ana", "outsider", "leaving", "admin")) {
      slapd.person(name, PASSWORD);
    }
    slapd.group("desk", List.of(Slapd.dn("ana")));
    slapd.group("staff", List.of(Slapd.dn("maria"), Slapd.dn("leaving"), Slapd.groupDn("desk")));
    slapd.group("chiefs", List.of(Slapd.dn("joao"), Slapd.dn("admin")));
    server = shared;
    put(same -> same);
  }

  @AfterAll
  static void end() {
    slapd.close();
  }

  private static JsonObject directory(UnaryOperator<JsonObjectBuilder> changed) {
    return changed
        .apply(
            Json.createObjectBuilder()
                .add("hosts", Json.createArrayBuilder().add(slapd.tlsHost()))
                .add("certificates", slapd.certificate())
                .add("bindDn", Slapd.READER)
                .add("bindPassword", Slapd.READER_PASSWORD)
                .add("baseDn", Slapd.BASE)
                .add("nestedGroups", true)
                .add("administratorGroups", Json.createArrayBuilder().add("chiefs"))
                .add("operatorGroups", Json.createArrayBuilder().add(Slapd.groupDn("staff"))))
        .build();
  }

  private static void put(UnaryOperator<JsonObjectBuilder> changed) {
    RestClient.Answer saved = server.rest().put(PATH, directory(changed).toString());
    assertThat(saved.status()).as(saved.body()).isIn(200, 201);
    assertThat(saved.body()).doesNotContain(Slapd.READER_PASSWORD);
  }

  private static JsonObject attempt(String userName, String password) {
    JsonObject body =
        Json.createObjectBuilder().add("userName", userName).add("password", password).build();
    RestClient.Answer answer = server.rest().post(PATH + "/test", body.toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static int statusFor(String name, String password) {
    return server.rest(name, password).get("/api/v1/account").status();
  }

  private static void signIn(Browser browser, String name, String password) {
    browser.go("/sign-in.xhtml");
    browser.type("name", name);
    browser.type("password", password);
    browser.click("#enter");
  }

  @Test
  void somebodyOfTheDirectorySignsInAndHasTheRoleOfTheGroups() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "Maria", PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      browser.go("/portal/account.xhtml");
      browser.awaitText("#password", "office");
      assertThat(browser.sees("#password\\:current")).isFalse();
      browser.go("/portal/users.xhtml");
      assertThat(browser.text("body")).doesNotContain("Origin");
    }
    JsonObject maria = server.rest().get("/api/v1/users/maria").json();
    assertThat(maria.getString("role")).isEqualTo("OPERATOR");
    assertThat(maria.getString("fullName")).isEqualTo("Maria Silva");
    assertThat(maria.getJsonObject("origin").getString("name")).isEqualTo("office");
    RestClient.Answer refused =
        server.rest().put("/api/v1/users/maria", "{\"role\":\"ADMINISTRATOR\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("\"role\"");
    RestClient.Answer own =
        server
            .rest("maria", PASSWORD)
            .put(
                "/api/v1/account/password",
                "{\"currentPassword\":\"%s\",\"newPassword\":\"a long one of mine\"}"
                    .formatted(PASSWORD));
    assertThat(own.status()).as(own.body()).isEqualTo(422);
  }

  @Test
  void groupsInGroupsGiveARoleAndWhoHasNoneIsRefused() {
    assertThat(statusFor("ana", PASSWORD)).isEqualTo(200);
    assertThat(statusFor("joao", PASSWORD)).isEqualTo(200);
    assertThat(server.rest().get("/api/v1/users/joao").json().getString("role"))
        .isEqualTo("ADMINISTRATOR");
    assertThat(statusFor("outsider", PASSWORD)).isEqualTo(401);
    assertThat(server.rest().get("/api/v1/users/outsider").status()).isEqualTo(404);
  }

  @Test
  void aPasswordOfTheDirectoryOpensNoUserOfTheExchange() {
    assertThat(statusFor("admin", PASSWORD)).isEqualTo(401);
    assertThat(statusFor("admin", ComutaServer.PASSWORD)).isEqualTo(200);
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
  void anEmptyPasswordIsRefusedThoughTheDirectoryWouldTakeIt() {
    assertThat(statusFor("maria", "")).isEqualTo(401);
    assertThat(attempt("maria", "").getBoolean("accepted")).isFalse();
  }

  @ParameterizedTest(name = "{0} is nobody")
  @ValueSource(strings = {"*", "mari*", "maria)(objectClass=*", "*)(uid=maria))(|(uid=*"})
  void aFilterInTheNameFindsNobody(String name) {
    assertThat(statusFor(name, PASSWORD)).isEqualTo(401);
    assertThat(attempt(name, PASSWORD).getString("dn")).isEmpty();
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, name, PASSWORD);
      browser.awaitText("#messages", "Wrong");
      assertThat(browser.path()).isEqualTo("/sign-in.xhtml");
    }
  }

  @Test
  void whoLeavesTheDirectoryLosesSessionAndToken() {
    RestClient leaving = server.rest("leaving", PASSWORD);
    String token =
        leaving
            .post("/api/v1/tokens", "{\"description\":\"x\",\"scope\":{\"monitoring\":\"READ\"}}")
            .json()
            .getString("token");
    RestClient program = server.restWithToken(token);
    assertThat(program.get("/api/v1/calls").status()).isEqualTo(200);
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "leaving", PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      slapd.delete(Slapd.dn("leaving"));
      assertThat(statusFor("leaving", "whatever it was")).isEqualTo(401);
      assertThat(program.get("/api/v1/calls").status()).isEqualTo(401);
      browser.go("/portal/records.xhtml");
      browser.awaitPath("/sign-in.xhtml");
    }
    JsonObject user = server.rest().get("/api/v1/users/leaving").json();
    assertThat(user.getJsonObject("origin").getBoolean("present")).isFalse();
  }

  @Test
  void whoseDirectoryIsDisabledIsOutAtOnce() {
    String token =
        server
            .rest("maria", PASSWORD)
            .post("/api/v1/tokens", "{\"description\":\"x\",\"scope\":{\"monitoring\":\"READ\"}}")
            .json()
            .getString("token");
    RestClient program = server.restWithToken(token);
    assertThat(program.get("/api/v1/calls").status()).isEqualTo(200);
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "maria", PASSWORD);
      browser.awaitPath("/portal/home.xhtml");
      put(body -> body.add("enabled", false));
      assertThat(program.get("/api/v1/calls").status()).isEqualTo(401);
      assertThat(server.rest().get("/api/v1/sessions?userName=maria").json().getJsonArray("items"))
          .isEmpty();
      browser.go("/portal/records.xhtml");
      browser.awaitPath("/sign-in.xhtml");
    } finally {
      put(same -> same);
    }
    assertThat(statusFor("maria", PASSWORD)).isEqualTo(200);
    assertThat(program.get("/api/v1/calls").status()).isEqualTo(200);
  }

  @Test
  void theConnectionIsProtectedAndItsCertificateChecked() {
    try {
      assertThat(attempt("maria", PASSWORD).getBoolean("accepted")).isTrue();
      put(body -> hosts(body, slapd.host()).add("security", "STARTTLS"));
      assertThat(attempt("maria", PASSWORD).getBoolean("accepted")).isTrue();
      put(body -> hosts(body, slapd.tlsHostByAnotherName()));
      assertThat(failure(attempt("maria", PASSWORD))).startsWith("CONNECT");
      put(body -> body.add("certificates", ""));
      assertThat(failure(attempt("maria", PASSWORD))).startsWith("CONNECT");
      put(body -> hosts(body, slapd.host()).add("security", "STARTTLS").add("certificates", ""));
      assertThat(failure(attempt("maria", PASSWORD))).startsWith("CONNECT");
      RestClient.Answer refused =
          server
              .rest()
              .put(
                  PATH,
                  directory(body -> hosts(body, "ldap.example.com").add("security", "NONE"))
                      .toString());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("\"field\":\"security\"");
    } finally {
      put(same -> same);
    }
  }

  private static JsonObjectBuilder hosts(JsonObjectBuilder body, String host) {
    return body.add("hosts", Json.createArrayBuilder().add(host));
  }

  /** The step at which a trial ended. */
  private static String failure(JsonObject trial) {
    assertThat(trial.getBoolean("accepted")).isFalse();
    JsonObject last = trial.getJsonArray("steps").getValuesAs(JsonObject.class).getLast();
    assertThat(last.getBoolean("done")).isFalse();
    return last.getString("kind") + ": " + last.getString("detail");
  }

  @Test
  void anAdministratorSeesEachStepOfATrialBeforeSaving() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/directories.xhtml");
      browser.awaitText("#settings\\:table_data", "office");
      browser.go("/portal/directory.xhtml?name=office");
      browser.type("form:testName", "maria");
      browser.type("form:testPassword", PASSWORD);
      browser.click("#form\\:test");
      browser.awaitText("#form\\:testResult", "could sign in");
      assertThat(browser.text("#form\\:testResult")).contains(Slapd.groupDn("staff"));
      browser.type("form:testPassword", "wrong");
      browser.click("#form\\:test");
      browser.awaitText("#form\\:testResult", "would be refused");
      browser.type("form:baseDn", "nothing of the kind");
      browser.click("#form\\:test");
      browser.awaitText("#problems", "Base DN");
    }
    JsonObject entry =
        server
            .rest()
            .get("/api/v1/audit?action=SETTING_TEST&size=1")
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(entry.getString("detail")).doesNotContain(PASSWORD);
  }

  @Test
  void aDeadDirectoryStopsNoUserOfTheExchange() {
    slapd.stop();
    try (Browser browser = Browser.open(server.portal(), "en")) {
      RestClient.Answer away = server.rest("joao", PASSWORD + "x").get("/api/v1/account");
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.json().getString("type")).isEqualTo("urn:comuta:problem:directory-away");
      assertThat(away.json().getString("detail")).contains("directory").doesNotContain("Too many");
      JsonObject entry =
          server
              .rest()
              .get("/api/v1/audit?action=SIGN_IN&object=joao&size=1")
              .json()
              .getJsonArray("items")
              .getJsonObject(0);
      assertThat(entry.getString("outcome")).isEqualTo("FAILED");
      assertThat(entry.getString("detail")).startsWith("directory office: ");
      signIn(browser, "joao", PASSWORD);
      browser.awaitText("#messages", "directory");
      assertThat(statusFor("admin", ComutaServer.PASSWORD)).isEqualTo(200);
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
    } finally {
      slapd.startAgain();
    }
    assertThat(statusFor("joao", PASSWORD)).isEqualTo(200);
  }

  @Test
  void theRulesOfSignInAreChangedOnTheirPage() {
    try (Browser browser = Browser.open(server.portal(), "en")) {
      browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
      browser.go("/portal/sign-in-rules.xhtml");
      browser.type("form:idleTimeout", "1");
      browser.click("#form\\:save");
      browser.awaitText("[data-field=idleTimeout] .errors", "60");
      browser.type("form:idleTimeout", "50000");
      browser.click("#form\\:save");
      browser.awaitText("[data-field=idleTimeout] .errors", "longest");
      browser.type("form:idleTimeout", "1700");
      browser.type("form:auditDays", "365");
      browser.click("#form\\:save");
      browser.awaitText(".ui-growl-item", "saved");
    }
    assertThat(server.rest().get("/api/v1/sign-in-policy").json().getInt("idleTimeout"))
        .isEqualTo(1700);
    assertThat(server.rest().get("/api/v1/audit/retention").json().getInt("days")).isEqualTo(365);
  }

  @Test
  void whoMustHaveASecondFactorSetsItUpFirstWhereverTheUserIsKnown() {
    String policy = "/api/v1/sign-in-policy";
    assertThat(server.rest().put(policy, "{\"secondFactorFor\":[\"OPERATOR\"]}").status())
        .isEqualTo(200);
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "ana", PASSWORD);
      browser.awaitPath("/portal/account.xhtml");
      browser.awaitText(".problems", "second factor");
    } finally {
      server.rest().put(policy, "{}");
    }
  }

  @Test
  void theListNamesWhatThereIs() {
    List<String> names =
        server.rest().get("/api/v1/directories?enabled=true").json().getJsonArray("items").stream()
            .map(item -> item.asJsonObject().getString("name"))
            .toList();
    assertThat(names).containsExactly("office");
    assertThat(server.rest("maria", PASSWORD).get("/api/v1/directories").status()).isEqualTo(403);
  }
}
