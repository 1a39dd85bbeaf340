package org.comuta.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the audit log tells of what was done through the API. */
@ExtendWith(SharedServer.class)
class AuditIT {
  private static final String PASSWORD = "only-for-this-test-0";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static void put(String path, String body) {
    RestClient.Answer answer = server.rest().put(path, body);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private static JsonObject newest(String filter) {
    return server
        .rest()
        .get("/api/v1/audit?size=1&" + filter)
        .json()
        .getJsonArray("items")
        .getJsonObject(0);
  }

  @Test
  void whatChangedIsToldWithoutSecrets() {
    put("/api/v1/users/audited", "{\"role\":\"OPERATOR\",\"password\":\"" + PASSWORD + "\"}");
    put("/api/v1/users/audited", "{\"role\":\"SUPERVISOR\"}");
    JsonObject entry = newest("action=USER_SAVE&object=audited");
    assertThat(entry.getString("user")).isEqualTo("admin");
    assertThat(entry.getString("detail")).isEqualTo("role: OPERATOR → SUPERVISOR");
    assertThat(server.rest().get("/api/v1/audit?object=audited").body())
        .contains("password: •••")
        .doesNotContain(PASSWORD);
    put("/api/v1/naps/audited", "{\"domain\":\"192.0.2.30\"}");
    put("/api/v1/naps/audited", "{\"domain\":\"192.0.2.31\"}");
    assertThat(newest("kind=nap&object=audited").getString("detail"))
        .contains("domain: \"192.0.2.30\" → \"192.0.2.31\"");
  }

  @Test
  void filtersAreChecked() {
    RestClient.Answer wrong = server.rest().get("/api/v1/audit?action=NOTHING&from=yesterday");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("action must be one of", "from must be a moment");
    assertThat(server.rest().get("/api/v1/audit?user=nobody").json().getInt("total")).isZero();
  }

  @Test
  void theLogIsIntactAndNobodyCanChangeIt() {
    JsonObject verification = server.rest().get("/api/v1/audit/verification").json();
    assertThat(verification.getBoolean("intact")).isTrue();
    assertThat(verification.getInt("entries")).isPositive();
    assertThat(server.rest().delete("/api/v1/audit").status()).isEqualTo(405);
    assertThat(server.rest().put("/api/v1/audit", "{}").status()).isEqualTo(405);
    assertThat(server.rest().post("/api/v1/audit", "{}").status()).isEqualTo(405);
  }

  @Test
  void itIsTakenAwayAsText() {
    RestClient.Answer csv = server.rest().get("/api/v1/audit/export?user=server", "text/csv");
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.body())
        .startsWith("id,at,user,address,action,kind,object,outcome,detail\r\n")
        .contains(",server,local,USER_SAVE,user,admin,DONE,first user\r\n");
  }

  @Test
  void howLongEntriesAreKeptIsChanged() {
    put("/api/v1/audit/retention", "{\"days\":365}");
    assertThat(server.rest().get("/api/v1/audit/retention").json().getInt("days")).isEqualTo(365);
    assertThat(server.rest().put("/api/v1/audit/retention", "{\"days\":-1}").status())
        .isEqualTo(422);
    put("/api/v1/audit/retention", "{\"days\":0}");
  }
}
