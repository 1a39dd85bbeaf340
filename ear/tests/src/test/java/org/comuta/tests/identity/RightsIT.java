package org.comuta.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users of every kind may see and do, in the portal and through the API. */
@ExtendWith(SharedServer.class)
class RightsIT {
  private static final String PASSWORD = "only-for-this-test-0";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static RestClient user(String name, String role, String rights) {
    save(name, role, rights);
    return server.rest(name, PASSWORD);
  }

  private static void save(String name, String role, String rights) {
    RestClient.Answer saved =
        server
            .rest()
            .put(
                "/api/v1/users/" + name,
                "{\"role\":\"%s\",\"rights\":%s,\"password\":\"%s\"}"
                    .formatted(role, rights, PASSWORD));
    assertThat(saved.status()).as(saved.body()).isIn(200, 201);
  }

  private static void signIn(Browser browser, String name) {
    browser.go("/sign-in.xhtml");
    browser.type("name", name);
    browser.type("password", PASSWORD);
    browser.click("#enter");
  }

  @Test
  void anEmployeeSeesTheOwnAccountAndNothingElse() {
    RestClient employee = user("employee", "EMPLOYEE", "{}");
    assertThat(employee.get("/api/v1/account").json().getString("role")).isEqualTo("EMPLOYEE");
    for (String path : new String[] {"naps", "calls", "cdrs", "users", "audit", "configuration"}) {
      assertThat(employee.get("/api/v1/" + path).status()).as(path).isEqualTo(403);
    }
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "employee");
      browser.awaitPath("/portal/account.xhtml");
      assertThat(browser.texts(".rights dd")).containsExactly("None", "None", "None", "None");
      assertThat(browser.texts(".nav-link")).isEmpty();
      browser.go("/portal/calls.xhtml");
      browser.awaitText("h1", "Not for you");
    }
  }

  @Test
  void ownRightsGoOverThoseOfTheRole() {
    RestClient maria = user("maria", "OPERATOR", "{\"configuration\":\"FULL\"}");
    assertThat(maria.put("/api/v1/naps/of-maria", "{\"domain\":\"192.0.2.77\"}").status())
        .isEqualTo(201);
    assertThat(maria.get("/api/v1/users").status()).isEqualTo(403);
    user("maria", "OPERATOR", "{\"configuration\":\"READ\"}");
    assertThat(maria.delete("/api/v1/naps/of-maria").status()).isEqualTo(403);
    assertThat(maria.get("/api/v1/naps/of-maria").status()).isEqualTo(200);
  }

  @Test
  void aChangeOfTheRoleCountsWithTheNextRequestOfASession() {
    user("joao", "OPERATOR", "{}");
    try (Browser browser = Browser.open(server.portal(), "en")) {
      signIn(browser, "joao");
      browser.awaitPath("/portal/home.xhtml");
      assertThat(server.rest().put("/api/v1/users/joao", "{\"role\":\"EMPLOYEE\"}").status())
          .isEqualTo(200);
      browser.go("/portal/records.xhtml");
      browser.awaitText("h1", "Not for you");
      browser.go("/portal/account.xhtml");
      browser.awaitText("h1", "My account");
    }
  }

  @Test
  void whoManagesUsersGivesNoMoreThanTheOwnRights() {
    RestClient manager = user("manager", "EMPLOYEE", "{\"administration\":\"FULL\"}");
    RestClient.Answer refused =
        manager.put(
            "/api/v1/users/accomplice",
            "{\"role\":\"ADMINISTRATOR\",\"password\":\"" + PASSWORD + "\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(manager.delete("/api/v1/users/admin").status()).isEqualTo(403);
    assertThat(
            manager
                .put(
                    "/api/v1/users/colleague",
                    "{\"role\":\"EMPLOYEE\",\"password\":\"" + PASSWORD + "\"}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void aTokenMayNoMoreThanItsScope() {
    RestClient maria = user("scoped", "OPERATOR", "{\"configuration\":\"FULL\"}");
    RestClient.Answer beyond =
        maria.post("/api/v1/tokens", "{\"scope\":{\"administration\":\"READ\"}}");
    assertThat(beyond.status()).isEqualTo(422);
    assertThat(beyond.body()).contains("scope.administration");
    JsonObject made =
        maria.post("/api/v1/tokens", "{\"scope\":{\"configuration\":\"READ\"}}").json();
    RestClient program = server.restWithToken(made.getString("token"));
    assertThat(program.get("/api/v1/naps").status()).isEqualTo(200);
    assertThat(program.put("/api/v1/naps/no", "{\"domain\":\"192.0.2.78\"}").status())
        .isEqualTo(403);
    assertThat(program.get("/api/v1/calls").status()).isEqualTo(403);
    String own = "/api/v1/tokens/" + made.getString("id");
    assertThat(maria.get(own).json().getString("lastUsedAddress")).isNotEmpty();
    assertThat(maria.delete(own).status()).isEqualTo(204);
    assertThat(program.get("/api/v1/naps").status()).isEqualTo(401);
  }

  @Test
  void aTokenOpensNothingOfTheAccount() {
    RestClient admin = server.rest();
    String token = admin.post("/api/v1/tokens", "{}").json().getString("token");
    RestClient program = server.restWithToken(token);
    assertThat(program.get("/api/v1/users").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/account").status()).isEqualTo(403);
    assertThat(program.post("/api/v1/tokens", "{}").status()).isEqualTo(403);
  }
}
